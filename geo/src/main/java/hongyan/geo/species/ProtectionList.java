package hongyan.geo.species;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One version of the list of key-protected wildlife, as its file has it.
 *
 * @param document the notice that published it
 * @param from first day in force, in Asia/Shanghai
 * @param to last day in force, or null while it is
 * @param certainty of what is held of the list as a whole
 * @param groups whole orders and families; an entry of a species overrides them
 */
public record ProtectionList(
    String id,
    String title,
    String titleEn,
    String document,
    LocalDate from,
    @Nullable LocalDate to,
    String certainty,
    List<String> notes,
    List<Group> groups,
    List<Entry> species) {

  /** All species of an order or a family. */
  public record Group(
      String rank,
      String name,
      @JsonProperty("class") ProtectionClass level,
      String certainty,
      String source) {}

  /** One species, by its scientific name. */
  public record Entry(
      String name, @JsonProperty("class") ProtectionClass level, String certainty, String source) {}

  public ProtectionList {
    notes = List.copyOf(notes);
    groups = List.copyOf(groups);
    species = List.copyOf(species);
  }

  boolean inForceOn(LocalDate day) {
    return !day.isBefore(from) && (to == null || !day.isAfter(to));
  }

  Map<String, Entry> byName() {
    Map<String, Entry> entries = new HashMap<>();
    for (Entry entry : species) {
      if (entries.put(entry.name(), entry) != null) {
        throw new IllegalStateException("list %s: %s comes twice".formatted(id, entry.name()));
      }
    }
    return entries;
  }

  Protection of(Species of, @Nullable Entry entry) {
    if (entry != null) {
      return new Protection(id, entry.level(), entry.certainty(), entry.source());
    }
    return groups.stream()
        .filter(group -> group.name().equals(named(group, of)))
        .findFirst()
        .map(group -> new Protection(id, group.level(), group.certainty(), group.source()))
        .orElse(new Protection(id, null, certainty, "not among the entries held of the list"));
  }

  private static String named(Group group, Species of) {
    return switch (group.rank()) {
      case "order" -> of.family().order();
      case "family" -> of.family().name();
      default -> throw new IllegalStateException("no rank of a group: " + group.rank());
    };
  }
}
