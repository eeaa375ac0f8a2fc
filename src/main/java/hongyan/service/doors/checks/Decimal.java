package hongyan.service.doors.checks;

import hongyan.service.doors.rejects.Rule;
import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A decimal number as somebody wrote it, or the rule that it breaks. Takes the digits of ASCII with
 * sign, point and exponent, nothing around them. At most 30 digits, 20 of them decimals: more is no
 * measurement, and a burden to whoever calculates with it.
 */
record Decimal(@Nullable BigDecimal value, @Nullable Rule fault) {
  private static final int LONGEST_TEXT = 60;
  private static final int MOST_DIGITS = 30;
  private static final int LONGEST_EXPONENT = 400;
  private static final int MOST_DECIMALS = 20;

  static Decimal parse(String text) {
    if (!isNumber(text)) {
      return new Decimal(null, isNotFinite(text) ? Rule.NOT_FINITE : Rule.NOT_A_NUMBER);
    }
    if (text.length() > LONGEST_TEXT) {
      return new Decimal(null, Rule.TOO_MANY_DIGITS);
    }
    int exponent = Math.max(text.indexOf('e'), text.indexOf('E'));
    if (exponent >= 0 && text.length() - exponent > 5) {
      return new Decimal(null, Rule.VALUE_OUT_OF_RANGE);
    }
    BigDecimal value = new BigDecimal(text);
    if (value.scale() < -LONGEST_EXPONENT) {
      return new Decimal(null, Rule.VALUE_OUT_OF_RANGE);
    }
    boolean tooLong = value.precision() > MOST_DIGITS || value.scale() > MOST_DECIMALS;
    return tooLong ? new Decimal(null, Rule.TOO_MANY_DIGITS) : new Decimal(value, null);
  }

  private static boolean isNotFinite(String text) {
    String word = text.startsWith("-") || text.startsWith("+") ? text.substring(1) : text;
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "nan", "inf", "infinity" -> true;
      default -> false;
    };
  }

  private static boolean isNumber(String text) {
    int at = !text.isEmpty() && (text.charAt(0) == '-' || text.charAt(0) == '+') ? 1 : 0;
    int whole = digits(text, at);
    at += whole;
    int decimals = 0;
    if (at < text.length() && text.charAt(at) == '.') {
      decimals = digits(text, at + 1);
      at += 1 + decimals;
    }
    if (whole + decimals == 0) {
      return false;
    }
    return at == text.length() || isExponent(text, at);
  }

  private static boolean isExponent(String text, int at) {
    if (text.charAt(at) != 'e' && text.charAt(at) != 'E') {
      return false;
    }
    boolean signed =
        at + 1 < text.length() && (text.charAt(at + 1) == '-' || text.charAt(at + 1) == '+');
    int from = signed ? at + 2 : at + 1;
    int digits = digits(text, from);
    return digits > 0 && from + digits == text.length();
  }

  private static int digits(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    return at - from;
  }
}
