package hongyan.service.doors.checks;

import hongyan.geo.place.CivilTime;
import hongyan.service.doors.rejects.Rule;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Darwin Core's eventDate: a date, a date-time with offset, or an interval of two of these; or the
 * rule that it breaks. A bare date is the civil day in Asia/Shanghai. Years, months and shortened
 * intervals ({@code 2007-11-13/15}) are refused: what they leave out would have to be guessed.
 *
 * @param start inclusive
 * @param end exclusive, null for a single moment
 * @param latest the latest moment that the text names
 * @param hourKnown whether start has a time, and an interval ends on the same civil day
 */
record EventDate(
    @Nullable Instant start,
    @Nullable Instant end,
    @Nullable Instant latest,
    boolean hourKnown,
    @Nullable Rule fault) {
  /** One side of an interval: it spans from start to end, which are the same for a moment. */
  private record Side(Instant start, Instant end, boolean timed) {}

  static EventDate parse(String text) {
    int slash = text.indexOf('/');
    String first = slash < 0 ? text : text.substring(0, slash);
    String last = slash < 0 ? first : text.substring(slash + 1);
    Side from = side(first);
    Side to = side(last);
    if (from == null || to == null) {
      return fault(from == null ? first : last);
    }
    if (slash < 0) {
      Instant end = from.timed() ? null : from.end();
      return new EventDate(from.start(), end, from.start(), from.timed(), null);
    }
    if (to.end().isBefore(from.start()) || to.start().isBefore(from.start())) {
      return new EventDate(null, null, null, false, Rule.RECORDED_DATE_INVALID);
    }
    boolean hourKnown = from.timed() && to.timed() && day(from.start()).equals(day(to.start()));
    return new EventDate(from.start(), to.end(), to.start(), hourKnown, null);
  }

  private static EventDate fault(String side) {
    Rule rule =
        Moment.parse(side).fault() == Rule.TIME_WITHOUT_OFFSET
            ? Rule.TIME_WITHOUT_OFFSET
            : Rule.RECORDED_DATE_INVALID;
    return new EventDate(null, null, null, false, rule);
  }

  private static @Nullable Side side(String text) {
    LocalDate date = Moment.parseDate(text);
    if (date != null) {
      Instant start = date.atStartOfDay(CivilTime.ZONE).toInstant();
      return new Side(start, date.plusDays(1).atStartOfDay(CivilTime.ZONE).toInstant(), false);
    }
    Instant instant = Moment.parse(text).instant();
    return instant == null ? null : new Side(instant, instant, true);
  }

  private static LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, CivilTime.ZONE);
  }
}
