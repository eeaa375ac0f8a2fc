package hongyan.pipelines.rules;

import hongyan.geo.law.Grade;
import hongyan.pipelines.air.Source;
import hongyan.pipelines.air.Timeline;
import java.util.Comparator;
import java.util.List;

/**
 * The levels of warning of heavy pollution that hold in a span of dates.
 *
 * @param rungs from the lowest
 */
public record WarningLadder(Timeline.Effect effect, List<Rung> rungs, Source source) {

  /** The colours of the official ladder. */
  public enum Colour {
    YELLOW("yellow", "黄色", Grade.NOTICE),
    ORANGE("orange", "橙色", Grade.SERIOUS),
    RED("red", "红色", Grade.GRAVE);

    private final String code;
    private final String chinese;
    private final Grade grade;

    Colour(String code, String chinese, Grade grade) {
      this.code = code;
      this.chinese = chinese;
      this.grade = grade;
    }

    public String code() {
      return code;
    }

    public String chinese() {
      return chinese;
    }

    public Grade grade() {
      return grade;
    }
  }

  /**
   * One level.
   *
   * @param any it is reached when all conditions of one of these lists hold together
   */
  public record Rung(Colour colour, List<List<Condition>> any) {

    /** Orders each list by its thresholds, so that the wider condition comes first. */
    public Rung {
      any =
          any.stream()
              .map(all -> all.stream().sorted(Comparator.comparing(Condition::above)).toList())
              .toList();
    }
  }

  /**
   * A spell of pollution.
   *
   * @param above the daily AQI is above this
   * @param days on at least so many consecutive days, of 24 hours each
   */
  public record Condition(int above, int days) {}

  public WarningLadder {
    rungs = rungs.stream().sorted(Comparator.comparing(Rung::colour)).toList();
  }

  /** Returns the AQI above which a day can count for any level at all. */
  int floor() {
    return rungs.stream()
        .flatMap(rung -> rung.any().stream().flatMap(List::stream))
        .mapToInt(Condition::above)
        .min()
        .orElseThrow();
  }
}
