package hongyan.pipelines.series;

import org.jspecify.annotations.Nullable;

/**
 * Which bird counts are asked for; null asks for all.
 *
 * @param subjectKind {@code zone}, {@code county}, {@code station} or {@code city}
 * @param subject its id or adcode
 * @param species scientific name
 * @param from first civil date, yyyy-MM-dd, inclusive
 * @param to last civil date, inclusive
 */
public record CountQuery(
    String subjectKind,
    @Nullable String subject,
    @Nullable String species,
    @Nullable String from,
    @Nullable String to,
    Per per) {

  /** What counts are summed up by. */
  public enum Per {
    /** Each hour by itself; what is known to the day only is left out. */
    HOUR,
    DAY,
    MONTH
  }
}
