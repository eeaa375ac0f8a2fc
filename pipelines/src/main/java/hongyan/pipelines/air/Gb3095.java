package hongyan.pipelines.air;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

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

    public String code() {
      return code;
    }

    /** Returns what the limit of a pollutant's daily value is for. */
    public static Average daily(Pollutant pollutant) {
      return pollutant == Pollutant.O3 ? EIGHT_HOURS : DAY;
    }
  }

  /** Grade I is for parks and reserves, Grade II for everywhere else. */
  public enum Grade {
    I,
    II
  }

  /** One limit, in the pollutant's own unit. */
  public record Limit(String pollutant, String average, BigDecimal gradeI, BigDecimal gradeII) {

    public Limit {
      if (Pollutant.findByCode(pollutant).isEmpty()
          || Arrays.stream(Average.values()).noneMatch(each -> each.code.equals(average))) {
        throw new IllegalArgumentException(
            "a limit for what is none: %s %s".formatted(pollutant, average));
      }
    }

    public BigDecimal of(Grade grade) {
      return grade == Grade.I ? gradeI : gradeII;
    }
  }

  /**
   * One version of the limits.
   *
   * @param id for example {@code GB 3095-2012}
   */
  public record Standard(String id, Timeline.Effect effect, Source source, List<Limit> limits) {

    public Standard {
      limits = List.copyOf(limits);
      Set<String> seen = new HashSet<>();
      for (Limit limit : limits) {
        if (!seen.add(limit.pollutant() + " " + limit.average())) {
          throw new IllegalArgumentException(
              "%s: two limits for %s %s".formatted(id, limit.pollutant(), limit.average()));
        }
      }
    }

    /** Returns the limit, if this version sets one for that average. */
    public Optional<BigDecimal> findLimit(Pollutant pollutant, Average average, Grade grade) {
      return limits.stream()
          .filter(limit -> limit.pollutant().equals(pollutant.code()))
          .filter(limit -> limit.average().equals(average.code))
          .map(limit -> limit.of(grade))
          .findFirst();
    }
  }

  private final Timeline<Standard> standards;

  private Gb3095(Timeline<Standard> standards) {
    this.standards = standards;
  }

  /**
   * Returns all versions.
   *
   * @throws IllegalStateException when the versions do not follow one another day by day
   */
  public static Gb3095 load() {
    return read(DataFile::text);
  }

  /**
   * Reads and checks all versions.
   *
   * @param files gives the text of a file by its path
   * @throws IllegalStateException naming the versions and dates of every gap and overlap
   */
  public static Gb3095 read(UnaryOperator<String> files) {
    Standard[] all = DataFile.parse(FILE, files.apply(FILE), Standard[].class);
    return new Gb3095(Timeline.of(FILE, List.of(all), Standard::id, Standard::effect));
  }

  /** Returns the limit in force on that day, if there is one for that average. */
  public Optional<BigDecimal> limitOf(
      Pollutant pollutant, Average average, Grade grade, LocalDate day) {
    return standards.at(day).findLimit(pollutant, average, grade);
  }

  /** Returns the versions in force on any day from {@code from} to {@code to}, oldest first. */
  public List<Standard> listBetween(LocalDate from, LocalDate to) {
    return standards.between(from, to);
  }

  /** Returns all versions, oldest first. */
  public List<Standard> list() {
    return standards.list();
  }
}
