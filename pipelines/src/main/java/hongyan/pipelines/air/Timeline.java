package hongyan.pipelines.air;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Versions of one rule that follow each other day by day: exactly one is in force on any date.
 * Immutable.
 *
 * @param versions in the order of their dates
 */
public record Timeline<T>(List<Version<T>> versions) {

  /** The last date before all time and the first after it, for an end that is open. */
  private static final LocalDate NEVER = LocalDate.MAX;

  /**
   * One version.
   *
   * @param file what an error names
   */
  public record Version<T>(String file, Effect effect, T content) {}

  /**
   * The days on which a version is in force.
   *
   * @param from first day, or null when it is the first version
   * @param to last day, inclusive, or null while no later version ends it
   */
  public record Effect(@Nullable LocalDate from, @Nullable LocalDate to) {

    /** Returns whether it is in force on any day from {@code first} to {@code last}. */
    public boolean overlaps(LocalDate first, LocalDate last) {
      return beganBy(last) && (to == null || !to.isBefore(first));
    }

    /** Returns whether it was in force on {@code day} or before it. */
    public boolean beganBy(LocalDate day) {
      return from == null || !from.isAfter(day);
    }
  }

  /**
   * Orders the versions by date.
   *
   * @throws IllegalStateException when there is a day on which none or two are in force; names
   *     every such place with its files and dates
   */
  public Timeline {
    versions = versions.stream().sorted(Comparator.comparing(Timeline::firstDay)).toList();
    List<String> faults = faults(versions);
    if (!faults.isEmpty()) {
      throw new IllegalStateException(String.join("; ", faults));
    }
  }

  /**
   * Returns the timeline of versions that stand in one file.
   *
   * @param file what an error names, beside the version's id
   * @throws IllegalStateException as the constructor
   */
  public static <T> Timeline<T> of(
      String file, List<T> versions, Function<T, String> id, Function<T, Effect> effect) {
    return new Timeline<>(
        versions.stream()
            .map(each -> new Version<>(file + ": " + id.apply(each), effect.apply(each), each))
            .toList());
  }

  /** Returns the version in force on {@code date}. */
  public T at(LocalDate date) {
    T found = versions.get(0).content();
    for (Version<T> version : versions) {
      if (!firstDay(version).isAfter(date)) {
        found = version.content();
      }
    }
    return found;
  }

  /** Returns all versions, oldest first. */
  public List<T> list() {
    return versions.stream().map(Version::content).toList();
  }

  /** Returns the versions in force on any day from {@code first} to {@code last}, oldest first. */
  public List<T> between(LocalDate first, LocalDate last) {
    return versions.stream()
        .filter(version -> version.effect().overlaps(first, last))
        .map(Version::content)
        .toList();
  }

  private static <T> LocalDate firstDay(Version<T> version) {
    LocalDate from = version.effect().from();
    return from == null ? LocalDate.MIN : from;
  }

  private static <T> List<String> faults(List<Version<T>> versions) {
    List<String> faults = new ArrayList<>();
    if (versions.isEmpty()) {
      faults.add("no version at all");
      return faults;
    }
    Version<T> first = versions.get(0);
    if (first.effect().from() != null) {
      faults.add("gap: nothing before %s (%s)".formatted(first.effect().from(), first.file()));
    }
    for (int i = 1; i < versions.size(); i++) {
      seam(versions.get(i - 1), versions.get(i), faults);
    }
    Version<T> last = versions.get(versions.size() - 1);
    if (last.effect().to() != null) {
      faults.add("gap: nothing after %s (%s)".formatted(last.effect().to(), last.file()));
    }
    return faults;
  }

  private static <T> void seam(Version<T> before, Version<T> after, List<String> faults) {
    LocalDate end = before.effect().to() == null ? NEVER : before.effect().to();
    LocalDate start = firstDay(after);
    if (!start.isAfter(end)) {
      faults.add(between("overlap", before, after));
    } else if (!start.equals(end.plusDays(1))) {
      faults.add(between("gap", before, after));
    }
  }

  private static <T> String between(String fault, Version<T> before, Version<T> after) {
    return "%s: %s ends %s, %s begins %s"
        .formatted(fault, before.file(), before.effect().to(), after.file(), after.effect().from());
  }
}
