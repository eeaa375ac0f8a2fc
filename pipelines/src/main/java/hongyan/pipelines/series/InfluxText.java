package hongyan.pipelines.series;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;

/** How our texts and moments stand in tags and in InfluxQL. */
final class InfluxText {

  /** By code points, as SQLite and PostgreSQL's "C" order texts. */
  static final Comparator<String> ORDER =
      (a, b) ->
          Arrays.compareUnsigned(
              a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));

  // What a timestamp of InfluxDB can be. The doors let nothing in from before 1900 or the future.
  private static final Instant EARLIEST = Instant.parse("1677-09-22T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2262-04-11T00:00:00Z");

  private InfluxText() {}

  /**
   * Returns a tag's value: the text itself, but what a tag cannot hold (nothing, line ends, control
   * characters) or holds without telling it apart (backslashes) by its number, as in addresses of
   * the web.
   */
  static String tag(String text) {
    if (text.isEmpty()) {
      return "%";
    }
    var tag = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c == 0x7f || c == '\\' || c == '%') {
        tag.append("%%%02X".formatted((int) c));
      } else {
        tag.append(c);
      }
    }
    return tag.toString();
  }

  /** Returns the text that {@link #tag} made a tag of. */
  static String untag(String tag) {
    if (tag.indexOf('%') < 0) {
      return tag;
    }
    var text = new StringBuilder();
    for (int i = 0; i < tag.length(); i++) {
      char c = tag.charAt(i);
      if (c == '%' && i + 2 < tag.length()) {
        text.append((char) Integer.parseInt(tag, i + 1, i + 3, 16));
        i += 2;
      } else if (c != '%') {
        text.append(c);
      }
    }
    return text.toString();
  }

  /** Returns a string of InfluxQL. */
  static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n") + "'";
  }

  /** Returns a regular expression of InfluxQL that finds the text as it is. */
  static String containing(String text) {
    var regex = new StringBuilder("/");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean plain = c > 127 || Character.isLetterOrDigit(c) || c == ' ' || c == '_';
      regex.append(plain ? "" : "\\").append(c);
    }
    return regex.append('/').toString();
  }

  /** Returns a moment of InfluxQL; one that no point can have, as the last or first that can. */
  static String moment(Instant time) {
    Instant possible = time.isBefore(EARLIEST) ? EARLIEST : time.isAfter(LATEST) ? LATEST : time;
    return "'" + possible + "'";
  }
}
