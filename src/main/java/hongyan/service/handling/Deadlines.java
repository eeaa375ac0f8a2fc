package hongyan.service.handling;

import hongyan.pipelines.air.DataFile;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How long an alert may stay in a state, by kind and grade, from the file {@code
 * alerts/deadlines.json}; the first line that fits counts. Immutable.
 */
public final class Deadlines {
  private static final String FILE = "/alerts/deadlines.json";

  /**
   * One line of the table.
   *
   * @param kind null for every kind
   * @param grade null for every grade
   * @param minutes until the light is red
   * @param yellowMinutes how long before that it is yellow
   * @param escalateMinutes after the deadline, and again after each step, until the next office
   *     gets it; the first step is taken at the deadline itself
   */
  public record Line(
      @Nullable String kind,
      @Nullable String grade,
      String state,
      int minutes,
      int yellowMinutes,
      int escalateMinutes,
      String source,
      String certainty) {

    public Line {
      if (minutes <= 0 || yellowMinutes < 0 || yellowMinutes > minutes || escalateMinutes <= 0) {
        throw new IllegalArgumentException(
            "deadline of %s %s %s: minutes=%d yellowMinutes=%d escalateMinutes=%d"
                .formatted(kind, grade, state, minutes, yellowMinutes, escalateMinutes));
      }
    }

    Duration untilRed() {
      return Duration.ofMinutes(minutes);
    }

    Duration untilYellow() {
      return Duration.ofMinutes(minutes - yellowMinutes);
    }

    Duration untilLevel(int level) {
      return Duration.ofMinutes(minutes + (long) level * escalateMinutes);
    }

    private boolean fits(String ofKind, String ofGrade, String inState) {
      return (kind == null || kind.equals(ofKind))
          && (grade == null || grade.equals(ofGrade))
          && state.equals(inState);
    }
  }

  /** The file. */
  public record Sheet(String version, List<Line> deadlines) {
    public Sheet {
      deadlines = List.copyOf(deadlines);
    }
  }

  private final Sheet sheet;

  public Deadlines(Sheet sheet) {
    this.sheet = sheet;
  }

  /** Reads the file, or throws IllegalStateException naming what is wrong with it. */
  public static Deadlines load() {
    return new Deadlines(DataFile.read(FILE, Sheet.class));
  }

  public String version() {
    return sheet.version();
  }

  /** Returns the line for an alert of that kind, grade and state; none where nothing is due. */
  public Optional<Line> find(String kind, String grade, String state) {
    return sheet.deadlines().stream().filter(line -> line.fits(kind, grade, state)).findFirst();
  }
}
