package hongyan.pipelines.series;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an InfluxDB says of its version.
 *
 * @param text as it says it, for example {@code 1.6.7~rc0} or {@code v2.7.1}
 */
record InfluxVersion(int major, int minor, String text) {

  private static final Pattern FORM = Pattern.compile("v?(\\d{1,4})\\.(\\d{1,4})\\b.*");

  static Optional<InfluxVersion> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    return matcher.matches()
        ? Optional.of(
            new InfluxVersion(
                Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)), text))
        : Optional.empty();
  }

  /** Returns whether the store knows how to speak with it: 1.6 and later, 2, 3. */
  boolean isKnown() {
    return major == 1 && minor >= 6 || major == 2 || major == 3;
  }

  /** Returns whether it has only the interface that 2 and 3 keep for the sake of version 1. */
  boolean isOne() {
    return major == 1;
  }

  /** Returns how many statements one request may hold. */
  int statementsPerRequest() {
    return major == 3 ? 1 : 100;
  }
}
