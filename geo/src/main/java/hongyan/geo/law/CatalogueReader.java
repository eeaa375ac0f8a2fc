package hongyan.geo.law;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the files of the law folder and refuses them whole, with every fault, when one is wrong.
 */
final class CatalogueReader {
  private static final String REGULATION = "regulation.json";
  private static final String CATALOGUE = "article7.json";
  private static final int ITEMS = 8;
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  /** The catalogue with its version. */
  record Catalogue(String version, Words transition, List<Conduct> conducts) {}

  private record RegulationFile(
      @Nullable String title,
      @Nullable String titleEn,
      int article,
      @Nullable String dateOfEffect,
      @Nullable String source,
      @Nullable String certainty) {}

  private final String file;
  private final List<String> faults = new ArrayList<>();

  private CatalogueReader(String file) {
    this.file = file;
  }

  static Regulation readRegulation() {
    return read(REGULATION, CatalogueReader::regulationOf);
  }

  static Catalogue readCatalogue() {
    return read(CATALOGUE, CatalogueReader::catalogueOf);
  }

  /** Reads a regulation file; the stream form is for tests. */
  static Regulation regulationOf(InputStream in) {
    CatalogueReader reader = new CatalogueReader(REGULATION);
    RegulationFile entry = reader.parse(in, RegulationFile.class);
    Regulation regulation =
        new Regulation(
            reader.text("regulation", "title", entry.title),
            reader.text("regulation", "titleEn", entry.titleEn),
            entry.article,
            Objects.requireNonNullElse(
                reader.day(
                    "regulation",
                    "dateOfEffect",
                    reader.text("regulation", "dateOfEffect", entry.dateOfEffect)),
                LocalDate.MAX),
            reader.text("regulation", "source", entry.source),
            reader.certainty("regulation", entry.certainty));
    reader.throwFaults();
    return regulation;
  }

  /** Reads a catalogue; the stream form is for tests. */
  static Catalogue catalogueOf(InputStream in) {
    CatalogueReader reader = new CatalogueReader(CATALOGUE);
    CatalogueFile entry = reader.parse(in, CatalogueFile.class);
    List<Conduct> conducts = reader.conducts(entry);
    String version = reader.text("catalogue", "version", entry.version());
    Words transition = reader.transition(entry.transition());
    reader.throwFaults();
    return new Catalogue(version, transition, conducts);
  }

  private List<Conduct> conducts(CatalogueFile entry) {
    List<Conduct> conducts = new ArrayList<>();
    Set<String> codes = new HashSet<>();
    Set<Integer> items = new HashSet<>();
    for (CatalogueFile.ConductEntry each :
        entry.conducts() == null ? List.<CatalogueFile.ConductEntry>of() : entry.conducts()) {
      String where = "conduct " + each.code();
      if (!codes.add(text(where, "code", each.code()))) {
        faults.add(where + ": duplicate code");
      }
      if (each.item() < 1 || each.item() > ITEMS) {
        faults.add(where + ": unknown item " + each.item() + ", allowed are 1 to " + ITEMS);
      }
      items.add(each.item());
      conducts.add(conduct(where, each, entry));
    }
    for (int item = 1; item <= ITEMS; item++) {
      if (!items.contains(item)) {
        faults.add("no conduct of item " + item);
      }
    }
    return conducts;
  }

  private Conduct conduct(String where, CatalogueFile.ConductEntry entry, CatalogueFile file) {
    return new Conduct(
        text(where, "code", entry.code()),
        entry.item(),
        words(where, entry.zh(), entry.en()),
        need(where, text(where, "needs", entry.needs())),
        entry.withoutLeave(),
        leaveBy(where, orEmpty(entry.leaveBy())),
        department(where, text(where, "department", entry.department()), file),
        orEmpty(entry.beside()).stream().map(code -> department(where, code, file)).toList(),
        consequence(where, text(where, "consequence", entry.consequence()), file),
        orEmpty(entry.tools()).stream().map(code -> tool(where, code, file)).toList(),
        text(where, "source", entry.source()),
        certainty(where, entry.certainty()));
  }

  private List<String> leaveBy(String where, List<String> kinds) {
    kinds.stream()
        .filter(kind -> !Permit.KINDS.contains(kind))
        .forEach(kind -> faults.add(where + ": unknown kind of permit " + kind));
    return kinds;
  }

  private Need need(String where, String code) {
    return Need.findByCode(code)
        .orElseGet(
            () -> {
              faults.add(where + ": unknown need " + code);
              return Need.NOTHING;
            });
  }

  private Department department(String where, String code, CatalogueFile file) {
    CatalogueFile.WordsEntry entry =
        file.departments() == null ? null : file.departments().get(code);
    if (entry == null) {
      faults.add(where + ": unknown department " + code);
      return new Department(code, new Words("", ""));
    }
    return new Department(code, words("department " + code, entry.zh(), entry.en()));
  }

  private Consequence consequence(String where, String name, CatalogueFile file) {
    CatalogueFile.ConsequenceEntry entry =
        file.consequences() == null ? null : file.consequences().get(name);
    if (entry == null) {
      faults.add(where + ": unknown consequence " + name);
      return new Consequence(new Words("", ""), new Words("", ""), List.of(), List.of(), "", "");
    }
    String here = "consequence " + name;
    List<CatalogueFile.ProvisionEntry> provisions = orEmpty(entry.provisions());
    if (provisions.isEmpty()) {
      faults.add(here + ": missing provisions");
    }
    return new Consequence(
        words(here, entry.zh(), entry.en()),
        words(here + ", local", entry.local()),
        orEmpty(entry.prohibitions()).stream().map(each -> provision(here, each)).toList(),
        provisions.stream().map(each -> provision(here, each)).toList(),
        text(here, "source", entry.source()),
        certainty(here, entry.certainty()));
  }

  private Provision provision(String where, CatalogueFile.ProvisionEntry entry) {
    return new Provision(
        words(where + ", provision", entry.zh(), entry.en()),
        day(where, "from", entry.from()),
        day(where, "to", entry.to()));
  }

  private Tool tool(String where, String code, CatalogueFile file) {
    CatalogueFile.ToolEntry entry =
        orEmpty(file.tools()).stream()
            .filter(each -> code.equals(each.code()))
            .findFirst()
            .orElse(null);
    if (entry == null) {
      faults.add(where + ": unknown tool " + code);
      return new Tool(code, new Words("", ""), List.of(), "");
    }
    String here = "tool " + code;
    if (orEmpty(entry.bannedBy()).isEmpty()) {
      faults.add(here + ": missing bannedBy");
    }
    return new Tool(
        code,
        words(here, entry.zh(), entry.en()),
        orEmpty(entry.bannedBy()).stream().map(each -> ban(here, each)).toList(),
        certainty(here, entry.certainty()));
  }

  private Tool.Ban ban(String where, CatalogueFile.BanEntry entry) {
    String by = text(where, "by", entry.by());
    if (!Set.of("national", "code", "local").contains(by)) {
      faults.add(where + ": banned by unknown " + by + ", allowed are national, code, local");
    }
    return new Tool.Ban(
        by,
        new Provision(
            words(where + ", ban", entry.zh(), entry.en()),
            day(where, "from", entry.from()),
            day(where, "to", entry.to())));
  }

  private Words transition(CatalogueFile.@Nullable NoteEntry entry) {
    if (entry == null) {
      faults.add("catalogue: missing transition");
      return new Words("", "");
    }
    text("transition", "source", entry.source());
    certainty("transition", entry.certainty());
    return words("transition", entry.zh(), entry.en());
  }

  private Words words(String where, CatalogueFile.@Nullable WordsEntry entry) {
    return entry == null ? words(where, null, null) : words(where, entry.zh(), entry.en());
  }

  private Words words(String where, @Nullable String zh, @Nullable String en) {
    return new Words(text(where, "zh", zh), text(where, "en", en));
  }

  private String certainty(String where, @Nullable String mark) {
    String text = text(where, "certainty", mark);
    if (!text.isEmpty() && !Set.of("A", "B", "C", "D").contains(text)) {
      faults.add(where + ": unknown certainty " + text + ", allowed are A, B, C, D");
    }
    return text;
  }

  private String text(String where, String field, @Nullable String value) {
    if (value == null || value.isBlank()) {
      faults.add(where + ": missing " + field);
      return "";
    }
    return value;
  }

  private @Nullable LocalDate day(String where, String field, @Nullable String value) {
    if (value == null || value.isEmpty()) {
      return null;
    }
    try {
      return LocalDate.parse(value);
    } catch (DateTimeParseException notADay) {
      faults.add(where + ": " + field + " is no day yyyy-MM-dd: " + value);
      return null;
    }
  }

  private <T> T parse(InputStream in, Class<T> type) {
    try {
      return MAPPER.readValue(in, type);
    } catch (JacksonException unreadable) {
      throw new IllegalStateException(
          "law/%s: %s".formatted(file, unreadable.getOriginalMessage()), unreadable);
    }
  }

  private void throwFaults() {
    if (!faults.isEmpty()) {
      throw new IllegalStateException(
          "law/%s: %s".formatted(file, String.join("; ", faults.stream().distinct().toList())));
    }
  }

  private static <T> List<T> orEmpty(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }

  private static <T> T read(String name, Function<InputStream, T> reading) {
    try (InputStream in = CatalogueReader.class.getResourceAsStream("/law/" + name)) {
      if (in == null) {
        throw new IllegalStateException("law/" + name + ": missing from the class path");
      }
      return reading.apply(in);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
