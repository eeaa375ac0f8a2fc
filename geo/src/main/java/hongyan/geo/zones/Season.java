package hongyan.geo.zones;

import org.jspecify.annotations.Nullable;

/**
 * A key protection period (保护重点时段), in Asia/Shanghai: the same days every year, or the days of
 * given years where a county's notice names them.
 *
 * @param from first day, inclusive: MM-dd for every year, yyyy-MM-dd for one
 * @param to last day, inclusive, in the same form; a yearly one that is earlier than {@code from}
 *     runs over the new year
 * @param hours HH:mm-HH:mm where only part of the day counts (may run over midnight), else null
 * @param document the notice that set it, with its number, where there is one
 */
public record Season(String from, String to, @Nullable String hours, @Nullable String document) {

  /** A season that no notice of its own has set. */
  public Season(String from, String to, @Nullable String hours) {
    this(from, to, hours, null);
  }
}
