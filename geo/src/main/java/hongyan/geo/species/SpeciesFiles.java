package hongyan.geo.species;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the files of the table: {@code species.csv}, {@code families.csv}, {@code synonyms.csv} and
 * the lists. No cell of them has a comma. What is wrong is a bad setup and names file and line.
 */
final class SpeciesFiles {
  private static final List<String> LISTS = List.of("protection-2021.json");
  private static final JsonMapper STRICT =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .build();

  private SpeciesFiles() {}

  static SpeciesTable read() {
    Map<String, Species.Family> families = new HashMap<>();
    for (String[] row : rows("families.csv", 4)) {
      families.put(row[0], new Species.Family(row[0], row[1], row[2], row[3]));
    }
    Map<String, List<Species.Synonym>> synonyms = new HashMap<>();
    for (String[] row : rows("synonyms.csv", 3)) {
      synonyms
          .computeIfAbsent(row[1], name -> new ArrayList<>())
          .add(new Species.Synonym(row[0], row[2]));
    }
    List<Species> species = new ArrayList<>();
    for (String[] row : rows("species.csv", 6)) {
      Species.Family family = families.get(row[1]);
      if (family == null) {
        throw new IllegalStateException("species/species.csv: no family " + row[1]);
      }
      List<Species.Synonym> others = synonyms.getOrDefault(row[0], List.of());
      synonyms.remove(row[0]);
      species.add(
          new Species(row[0], row[2], row[3], family, orNull(row[4]), orNull(row[5]), others));
    }
    if (!synonyms.isEmpty()) {
      throw new IllegalStateException("species/synonyms.csv: no species " + synonyms.keySet());
    }
    return new SpeciesTable(species, LISTS.stream().map(SpeciesFiles::list).toList());
  }

  private static ProtectionList list(String file) {
    try {
      return STRICT.readValue(text(file), ProtectionList.class);
    } catch (JacksonException e) {
      throw new IllegalStateException("cannot read species/" + file + ": " + e.getMessage(), e);
    }
  }

  private static List<String[]> rows(String file, int columns) {
    List<String> lines = text(file).lines().toList();
    List<String[]> rows = new ArrayList<>(lines.size());
    for (int i = 1; i < lines.size(); i++) {
      String[] row = lines.get(i).split(",", -1);
      if (row.length != columns) {
        throw new IllegalStateException(
            "species/%s, line %d: %d cells, %d wanted".formatted(file, i + 1, row.length, columns));
      }
      rows.add(row);
    }
    return rows;
  }

  private static String text(String file) {
    try (InputStream in = SpeciesFiles.class.getResourceAsStream("/species/" + file)) {
      if (in == null) {
        throw new IllegalStateException("missing resource /species/" + file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("cannot read species/" + file + ": " + e.getMessage(), e);
    }
  }

  private static @Nullable String orNull(String cell) {
    return cell.isEmpty() ? null : cell;
  }
}
