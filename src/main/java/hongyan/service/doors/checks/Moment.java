package hongyan.service.doors.checks;

import hongyan.service.doors.rejects.Rule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * A moment in ISO 8601 with an offset, for example {@code 2024-10-22T09:00:00+08:00}, or the rule
 * that it breaks: {@link Rule#TIME_WITHOUT_OFFSET}, else {@link Rule#TIME_INVALID}. Seconds and
 * their decimals may be left out, the hour 24 and the second 60 are refused. Written by hand
 * because it runs for every record, and because java.time tells faults by exceptions.
 */
record Moment(@Nullable Instant instant, @Nullable Rule fault) {
  private static final Moment INVALID = new Moment(null, Rule.TIME_INVALID);
  private static final Moment WITHOUT_OFFSET = new Moment(null, Rule.TIME_WITHOUT_OFFSET);
  private static final int DATE_LENGTH = 10;

  static Moment parse(String text) {
    LocalDate date = text.length() < 16 ? null : dateAtStart(text);
    int hour = number(text, 11, 2);
    int minute = number(text, 14, 2);
    if (date == null || !is(text, 10, 'T') || !is(text, 13, ':') || !below(hour, 24)) {
      return INVALID;
    }
    int at = 16;
    int second = 0;
    int nanos = 0;
    if (is(text, at, ':')) {
      second = number(text, at + 1, 2);
      at += 3;
      if (is(text, at, '.') || is(text, at, ',')) {
        int digits = digits(text, at + 1);
        nanos = fraction(text, at + 1, digits);
        at += 1 + digits;
      }
    }
    if (!below(minute, 60) || !below(second, 60) || nanos < 0) {
      return INVALID;
    }
    long local = date.toEpochDay() * 86_400 + hour * 3_600L + minute * 60L + second;
    return withOffset(text, at, local, nanos);
  }

  /** Returns the date if the text is exactly one (yyyy-MM-dd), else null. */
  static @Nullable LocalDate parseDate(String text) {
    return text.length() == DATE_LENGTH ? dateAtStart(text) : null;
  }

  private static Moment withOffset(String text, int at, long local, int nanos) {
    if (at == text.length()) {
      return WITHOUT_OFFSET;
    }
    if (is(text, at, 'Z') && at + 1 == text.length()) {
      return new Moment(Instant.ofEpochSecond(local, nanos), null);
    }
    boolean east = is(text, at, '+');
    if (!east && !is(text, at, '-')) {
      return INVALID;
    }
    int hours = number(text, at + 1, 2);
    int minutesAt = is(text, at + 3, ':') ? at + 4 : at + 3;
    int minutes = at + 3 == text.length() ? 0 : number(text, minutesAt, 2);
    int end = at + 3 == text.length() ? at + 3 : minutesAt + 2;
    if (end != text.length() || !below(hours, 19) || !below(minutes, 60)) {
      return INVALID;
    }
    long offset = hours * 3_600L + minutes * 60L;
    return new Moment(Instant.ofEpochSecond(east ? local - offset : local + offset, nanos), null);
  }

  private static @Nullable LocalDate dateAtStart(String text) {
    int year = number(text, 0, 4);
    int month = number(text, 5, 2);
    int day = number(text, 8, 2);
    if (year < 1 || !is(text, 4, '-') || !is(text, 7, '-') || month < 1 || month > 12) {
      return null;
    }
    boolean exists = day >= 1 && day <= YearMonth.of(year, month).lengthOfMonth();
    return exists ? LocalDate.of(year, month, day) : null;
  }

  private static boolean is(String text, int at, char c) {
    return at < text.length() && text.charAt(at) == c;
  }

  private static boolean below(int number, int limit) {
    return number >= 0 && number < limit;
  }

  /** Returns the number that exactly these digits make, or -1. */
  private static int number(String text, int from, int length) {
    if (from + length > text.length()) {
      return -1;
    }
    int number = 0;
    for (int i = from; i < from + length; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = number * 10 + digit;
    }
    return number;
  }

  private static int digits(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    return at - from;
  }

  private static int fraction(String text, int from, int digits) {
    if (digits < 1 || digits > 9) {
      return -1;
    }
    int nanos = number(text, from, digits);
    for (int i = digits; i < 9; i++) {
      nanos *= 10;
    }
    return nanos;
  }
}
