package hongyan.pipelines.air;

import java.util.List;

/**
 * The index itself: its steps, its range and its levels (HJ 633-2012, tables 1 and 2; HJ 633-2026,
 * 4.1.1, tables 1, 3 and A.1).
 *
 * @param steps the IAQI at each breakpoint, ascending from 0
 * @param min the least AQI that is reported
 * @param max the greatest
 * @param levels ascending
 */
public record AqiScale(List<Integer> steps, int min, int max, List<AqiLevel> levels) {

  /**
   * One level.
   *
   * @param level 1 to 6
   * @param upTo the greatest AQI in it
   * @param colour RGB, for example {@code #00E400}
   */
  public record AqiLevel(int level, int upTo, String name, String nameEn, String colour) {}

  public AqiScale {
    steps = List.copyOf(steps);
    levels = List.copyOf(levels);
    if (levels.isEmpty() || levels.get(levels.size() - 1).upTo() != max) {
      throw new IllegalArgumentException("the last level must end at " + max + ": " + levels);
    }
  }

  /** Returns the level of an AQI. */
  public AqiLevel getLevel(int aqi) {
    return levels.stream()
        .filter(level -> aqi <= level.upTo())
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("an AQI above " + max + ": " + aqi));
  }
}
