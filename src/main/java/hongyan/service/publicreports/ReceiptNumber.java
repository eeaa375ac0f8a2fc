package hongyan.service.publicreports;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;

/**
 * The number by which a reporter asks for a report: {@code HY-} and sixteen letters and digits in
 * fours, 80 bits by chance. The alphabet is Crockford's, which has no I, L, O and U; on reading,
 * the letters that people write for digits are taken as those.
 */
final class ReceiptNumber {
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final String PREFIX = "HY";
  private static final int LENGTH = 16;
  private static final int GROUP = 4;
  private static final SecureRandom RANDOM = new SecureRandom();

  private ReceiptNumber() {}

  static String next() {
    StringBuilder letters = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      letters.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
    }
    return format(letters);
  }

  /** Returns the number as it is written here; empty for what is none. */
  static Optional<String> parse(String text) {
    String plain = text.toUpperCase(Locale.ROOT).replaceAll("[\\s-]", "");
    if (!plain.startsWith(PREFIX) || plain.length() != PREFIX.length() + LENGTH) {
      return Optional.empty();
    }
    String letters =
        plain.substring(PREFIX.length()).replace('O', '0').replace('I', '1').replace('L', '1');
    return letters.chars().allMatch(letter -> ALPHABET.indexOf(letter) >= 0)
        ? Optional.of(format(letters))
        : Optional.empty();
  }

  private static String format(CharSequence letters) {
    StringBuilder number = new StringBuilder(PREFIX);
    for (int i = 0; i < LENGTH; i += GROUP) {
      number.append('-').append(letters, i, i + GROUP);
    }
    return number.toString();
  }
}
