package hongyan.pipelines.air;

import hongyan.pipelines.records.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/**
 * The ambient air quality limits of GB 3095 in all their versions, each with the days on which it
 * is in force. Source: {@code air/gb3095.json}. Immutable, thread-safe.
 */
public final class Gb3095 {
  private static final String FILE = "/air/gb3095.json";

  /** What a limit is for. For ozone, {@link #EIGHT_HOURS} is the day's maximum. */
  public enum Average {
    YEAR("year"),
    DAY("day"),
    EIGHT_HOURS("eight-hours"),
    HOUR("hour");

    private final String code;

    Average(String code) {
      this.code = code;
    }
  }

  /** Grade I is for parks and reserves, Grade II for everywhere else. */
  public enum Grade {
    I,
    II
  }

  /** One limit, in the pollutant's own unit. */
  public record Limit(String pollutant, String average, BigDecimal gradeI, BigDecimal gradeII) {}

  /**
   * One version of the limits.
   *
   * @param id for example {@code GB 3095-2012}
   * @param effectiveFrom first day, or null: no version before it is kept
   * @param effectiveTo last day, or null while none follows
   */
  public record Standard(
      String id,
      @Nullable LocalDate effectiveFrom,
      @Nullable LocalDate effectiveTo,
      String source,
      List<Limit> limits) {

    public Standard {
      limits = List.copyOf(limits);
    }

    /** Returns the limit, if this version sets one for that average. */
    public Optional<BigDecimal> findLimit(Pollutant pollutant, Average average, Grade grade) {
      return limits.stream()
          .filter(limit -> limit.pollutant().equals(pollutant.code()))
          .filter(limit -> limit.average().equals(average.code))
          .map(limit -> grade == Grade.I ? limit.gradeI() : limit.gradeII())
          .findFirst();
    }

    boolean overlaps(LocalDate from, LocalDate to) {
      return (effectiveFrom == null || !effectiveFrom.isAfter(to))
          && (effectiveTo == null || !effectiveTo.isBefore(from));
    }
  }

  private final List<Standard> standards;

  private Gb3095(List<Standard> standards) {
    this.standards = standards;
  }

  /**
   * Returns all versions.
   *
   * @throws IllegalStateException when the versions do not follow one another day by day
   */
  public static Gb3095 load() {
    try (InputStream in = Gb3095.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException(FILE + ": missing from the class path");
      }
      List<Standard> standards = Json.MAPPER.readValue(in, new TypeReference<List<Standard>>() {});
      requireNoGap(standards);
      return new Gb3095(List.copyOf(standards));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static void requireNoGap(List<Standard> standards) {
    for (int i = 1; i < standards.size(); i++) {
      LocalDate end = standards.get(i - 1).effectiveTo();
      if (end == null || !end.plusDays(1).equals(standards.get(i).effectiveFrom())) {
        throw new IllegalStateException(
            "%s: %s does not begin the day after its predecessor ends"
                .formatted(FILE, standards.get(i).id()));
      }
    }
  }

  /** Returns the limit in force on that day, if there is one for that average. */
  public Optional<BigDecimal> limitOf(
      Pollutant pollutant, Average average, Grade grade, LocalDate day) {
    return listBetween(day, day).stream()
        .findFirst()
        .flatMap(standard -> standard.findLimit(pollutant, average, grade));
  }

  /** Returns the versions in force on any day from {@code from} to {@code to}, oldest first. */
  public List<Standard> listBetween(LocalDate from, LocalDate to) {
    return standards.stream().filter(standard -> standard.overlaps(from, to)).toList();
  }
}
