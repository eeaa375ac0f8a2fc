package hongyan.geo.zones;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Year;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The days of a season, without its hours. */
sealed interface Days {

  Pattern YEARLY = Pattern.compile("\\d{2}-\\d{2}");
  Pattern DATED = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  boolean covers(LocalDate date);

  /** Returns the runs, each as first and last day, that end on {@code day} or later. */
  List<LocalDate[]> runsFrom(LocalDate day);

  /**
   * Reads both ends of a season.
   *
   * @throws IllegalArgumentException naming the field, its value and what is wrong with it
   */
  static Days of(String from, String to) {
    boolean dated = DATED.matcher(from).matches();
    if (dated != DATED.matcher(to).matches() && (dated || YEARLY.matcher(from).matches())) {
      throw new IllegalArgumentException(
          "season from '%s' to '%s': both ends are yyyy-MM-dd, or both MM-dd".formatted(from, to));
    }
    if (dated) {
      return dated(date("from", from), date("to", to));
    }
    return new Yearly(monthDay("from", from), monthDay("to", to));
  }

  private static Days dated(LocalDate from, LocalDate to) {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException(
          "season ends before it begins: from %s, to %s".formatted(from, to));
    }
    return new Dated(from, to);
  }

  private static LocalDate date(String field, String value) {
    try {
      return LocalDate.parse(value);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "season %s '%s' is no day of the calendar (yyyy-MM-dd)".formatted(field, value), e);
    }
  }

  private static MonthDay monthDay(String field, String value) {
    try {
      if (YEARLY.matcher(value).matches()) {
        return MonthDay.parse("--" + value);
      }
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(wrong(field, value), e);
    }
    throw new IllegalArgumentException(wrong(field, value));
  }

  private static String wrong(String field, String value) {
    return "season %s '%s' is no day of the year (MM-dd)".formatted(field, value);
  }

  /** The same days every year. */
  record Yearly(MonthDay from, MonthDay to) implements Days {

    @Override
    public boolean covers(LocalDate date) {
      MonthDay day = MonthDay.from(date);
      return overNewYear()
          ? !day.isBefore(from) || !day.isAfter(to)
          : !day.isBefore(from) && !day.isAfter(to);
    }

    @Override
    public List<LocalDate[]> runsFrom(LocalDate day) {
      return IntStream.rangeClosed(day.getYear() - 1, day.getYear() + 1)
          .mapToObj(
              year -> new LocalDate[] {begin(year), to.atYear(overNewYear() ? year + 1 : year)})
          .filter(run -> !run[1].isBefore(day) && !run[0].isAfter(run[1]))
          .toList();
    }

    /**
     * 29 February begins a season on 1 March of an ordinary year: the day after it is the first.
     */
    private LocalDate begin(int year) {
      return from.equals(MonthDay.of(2, 29)) && !Year.isLeap(year)
          ? LocalDate.of(year, 3, 1)
          : from.atYear(year);
    }

    private boolean overNewYear() {
      return from.isAfter(to);
    }
  }

  /** The days of given years. */
  record Dated(LocalDate from, LocalDate to) implements Days {

    @Override
    public boolean covers(LocalDate date) {
      return !date.isBefore(from) && !date.isAfter(to);
    }

    @Override
    public List<LocalDate[]> runsFrom(LocalDate day) {
      return Stream.<LocalDate[]>of(new LocalDate[] {from, to})
          .filter(run -> !run[1].isBefore(day))
          .toList();
    }
  }
}
