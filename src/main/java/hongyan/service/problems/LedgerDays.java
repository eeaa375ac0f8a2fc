package hongyan.service.problems;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads days as ledgers write them: 2024年7月3日, 2024-07-03, 2024/7/3, 2024.7.3, 20240703, with or
 * without a time of day behind, and the serial numbers of spreadsheets (1900 system).
 */
public final class LedgerDays {
  private static final Pattern PARTS =
      Pattern.compile(
          "(\\d{4})\\s*[年./-]\\s*(\\d{1,2})\\s*[月./-]\\s*(\\d{1,2})\\s*[日号]?(?:[T\\s].*)?");
  private static final Pattern COMPACT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
  private static final Pattern SERIAL = Pattern.compile("\\d{5}(?:\\.\\d+)?");

  /** Day 0 of the 1900 system for serials after its 29 February 1900, which never was. */
  private static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);

  private LedgerDays() {}

  /** Returns the day, or empty when the text does not name exactly one. */
  public static Optional<LocalDate> read(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
    Matcher parts = PARTS.matcher(plain);
    if (parts.matches() || (parts = COMPACT.matcher(plain)).matches()) {
      return day(parts);
    }
    return SERIAL.matcher(plain).matches()
        ? Optional.of(SERIAL_ZERO.plusDays((long) Double.parseDouble(plain)))
        : Optional.empty();
  }

  private static Optional<LocalDate> day(Matcher parts) {
    try {
      return Optional.of(
          LocalDate.of(
              Integer.parseInt(parts.group(1)),
              Integer.parseInt(parts.group(2)),
              Integer.parseInt(parts.group(3))));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }
}
