package hongyan.geo.species;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.LevenshteinDistance;

/**
 * All species, asked by any of their names. A name that is not found is not guessed at: {@link
 * #suggest} says what may have been meant. Immutable and thread-safe.
 */
public final class SpeciesTable {
  private static final int FARTHEST = 3;
  private static final int LETTERS_PER_SLIP = 4;
  private static final int SHOWN = 5;

  private final TreeMap<String, Species> species = new TreeMap<>();
  private final Map<String, Species> byName = new HashMap<>();
  private final Map<String, Species> byBinomial = new HashMap<>();
  private final Set<String> higher = new HashSet<>();
  private final List<ProtectionList> lists;
  private final Map<String, Map<String, ProtectionList.Entry>> entries = new HashMap<>();

  /**
   * @throws IllegalStateException when a name stands for two species, or a list names an unknown
   */
  SpeciesTable(List<Species> all, List<ProtectionList> lists) {
    this.lists = List.copyOf(lists);
    all.forEach(this::add);
    for (ProtectionList list : lists) {
      Map<String, ProtectionList.Entry> named = list.byName();
      named.keySet().stream()
          .filter(name -> !species.containsKey(name))
          .findFirst()
          .ifPresent(
              name -> {
                throw new IllegalStateException(
                    "list %s: no species %s".formatted(list.id(), name));
              });
      entries.put(list.id(), named);
    }
  }

  /**
   * One name that is close to what was asked.
   *
   * @param distance how many letters differ (Levenshtein)
   */
  public record Suggestion(String name, Species species, int distance) {}

  /**
   * Returns the species of that scientific, Chinese, English or other known name. Author,
   * subspecies, case and spacing do not matter; a genus alone, a hybrid or {@code sp.} is none.
   */
  public Optional<Species> find(String name) {
    Species whole = byName.get(SpeciesName.key(name));
    return whole != null ? Optional.of(whole) : SpeciesName.binomial(name).map(byBinomial::get);
  }

  /** Returns the name that the platform counts it under: the table's, else as it was given. */
  public String accepted(String name) {
    return find(name).map(Species::scientificName).orElse(name);
  }

  /** Returns whether the name is a genus, a family or an order, so that it says something. */
  public boolean isHigherTaxon(String name) {
    String first = SpeciesName.key(name).split(" ")[0];
    return find(name).isEmpty() && higher.contains(first);
  }

  /**
   * Lists what may have been meant by a name that {@link #find} does not know, nearest first: names
   * of which at most one letter in four differs, and no more than three.
   */
  public List<Suggestion> suggest(String name) {
    String key = SpeciesName.binomial(name).orElse(SpeciesName.key(name));
    int most = Math.min(FARTHEST, Math.max(1, key.length() / LETTERS_PER_SLIP));
    LevenshteinDistance distance = new LevenshteinDistance(most);
    List<Suggestion> near = new ArrayList<>();
    byName.forEach(
        (known, one) -> {
          int slips = distance.apply(key, known);
          if (slips >= 0 && slips < known.length()) {
            near.add(new Suggestion(known, one, slips));
          }
        });
    return near.stream()
        .sorted(Comparator.comparingInt(Suggestion::distance).thenComparing(Suggestion::name))
        .limit(SHOWN)
        .toList();
  }

  /** Lists the species any of whose names contains {@code part}, by scientific name. */
  public List<Species> search(String part) {
    String key = SpeciesName.key(part);
    return species.values().stream()
        .filter(one -> names(one).anyMatch(n -> n.contains(key)))
        .toList();
  }

  /** Returns all species by scientific name. */
  public List<Species> list() {
    return List.copyOf(species.values());
  }

  /** Returns the lists of protected species that are held, the oldest first. */
  public List<ProtectionList> lists() {
    return lists;
  }

  /** Returns what the list in force on {@code day} says of a species of this table. */
  public Protection protection(Species of, LocalDate day) {
    return lists.stream()
        .filter(list -> list.inForceOn(day))
        .findFirst()
        .map(
            list -> list.of(of, entries.getOrDefault(list.id(), Map.of()).get(of.scientificName())))
        .orElse(Protection.UNKNOWN);
  }

  private static Stream<String> names(Species one) {
    return Stream.concat(
            Stream.of(one.scientificName(), one.vernacularName(), one.englishName()),
            one.synonyms().stream().map(Species.Synonym::name))
        .map(SpeciesName::key);
  }

  private void add(Species one) {
    if (species.put(one.scientificName(), one) != null) {
      throw new IllegalStateException(one.scientificName() + " comes twice");
    }
    names(one).forEach(name -> put(byName, name, one));
    put(byBinomial, SpeciesName.key(one.scientificName()), one);
    for (Species.Synonym synonym : one.synonyms()) {
      // A synonym of three words is about a subspecies: its species may be another.
      SpeciesName.binomial(synonym.name())
          .filter(key -> key.equals(SpeciesName.key(synonym.name())))
          .ifPresent(key -> put(byBinomial, key, one));
    }
    higher.add(SpeciesName.key(one.scientificName().split(" ")[0]));
    higher.add(SpeciesName.key(one.family().name()));
    higher.add(SpeciesName.key(one.family().order()));
  }

  private static void put(Map<String, Species> map, String key, Species one) {
    Species other = map.putIfAbsent(key, one);
    if (other != null && other != one) {
      throw new IllegalStateException(
          "'%s' stands for %s and %s".formatted(key, other.scientificName(), one.scientificName()));
    }
  }
}
