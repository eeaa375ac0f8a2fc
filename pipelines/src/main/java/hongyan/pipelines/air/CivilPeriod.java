package hongyan.pipelines.air;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A month, a quarter, a half-year or a year of civil days (Asia/Shanghai), as statistics are made
 * for.
 *
 * @param code {@code 2024-03}, {@code 2024-Q1}, {@code 2024-H1} or {@code 2024}
 * @param from first day
 * @param to last day, inclusive
 */
public record CivilPeriod(String code, LocalDate from, LocalDate to) {
  private static final Pattern FORM =
      Pattern.compile("((?:19|20|21)\\d{2})(?:-(?:Q([1-4])|(0[1-9]|1[0-2])|H([12])))?");
  private static final int YEAR_MONTHS = 12;
  private static final int QUARTER_MONTHS = 3;
  private static final int HALF_MONTHS = 6;

  /**
   * Reads a period.
   *
   * @throws IllegalArgumentException naming the four forms
   */
  public static CivilPeriod parse(String code) {
    Matcher form = FORM.matcher(code);
    if (!form.matches()) {
      throw new IllegalArgumentException(
          "period=%s: a month 2024-03, a quarter 2024-Q1, a half-year 2024-H1 or a year 2024 is wanted"
              .formatted(code));
    }
    int year = Integer.parseInt(form.group(1));
    if (form.group(2) != null) {
      int first = (Integer.parseInt(form.group(2)) - 1) * QUARTER_MONTHS + 1;
      return of(code, YearMonth.of(year, first), QUARTER_MONTHS);
    }
    if (form.group(4) != null) {
      int first = (Integer.parseInt(form.group(4)) - 1) * HALF_MONTHS + 1;
      return of(code, YearMonth.of(year, first), HALF_MONTHS);
    }
    return form.group(3) == null
        ? of(code, YearMonth.of(year, 1), YEAR_MONTHS)
        : of(code, YearMonth.parse(code), 1);
  }

  public static CivilPeriod ofYear(int year) {
    return of(Integer.toString(year), YearMonth.of(year, 1), YEAR_MONTHS);
  }

  private static CivilPeriod of(String code, YearMonth first, int months) {
    return new CivilPeriod(code, first.atDay(1), first.plusMonths(months - 1L).atEndOfMonth());
  }

  /** Returns the same span one year earlier. */
  public CivilPeriod yearBefore() {
    return parse(from.getYear() - 1 + code.substring(4));
  }

  /** Returns its months, first to last. */
  public List<YearMonth> months() {
    return Stream.iterate(
            YearMonth.from(from),
            month -> !month.isAfter(YearMonth.from(to)),
            month -> month.plusMonths(1))
        .toList();
  }

  public boolean isYear() {
    return months().size() == YEAR_MONTHS;
  }

  public boolean contains(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(to);
  }
}
