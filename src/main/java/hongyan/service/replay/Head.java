package hongyan.service.replay;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The beginning of a file, unpacked, without a byte order mark: what a format is told by.
 *
 * <p>Decoded as UTF-8 leniently, since it only serves recognition.
 */
public record Head(String text) {
  static final int SIZE = 64 * 1024;

  /** Returns the head that the first bytes of a file make. */
  public static Head of(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    return new Head(text.startsWith("\uFEFF") ? text.substring(1) : text);
  }

  String firstLine() {
    return text.lines().findFirst().orElse("");
  }

  boolean tabbed() {
    return firstLine().indexOf('\t') >= 0;
  }

  /** Returns the names in the first line, without quotes, split at tabs if it has any. */
  List<String> columns() {
    return Arrays.stream(firstLine().split(tabbed() ? "\t" : ","))
        .map(name -> name.strip().replaceAll("^\"|\"$", ""))
        .toList();
  }

  boolean hasColumns(String... names) {
    return columns().containsAll(List.of(names));
  }

  /** Returns whether a JSON object in it has a member of that name, at any depth. */
  boolean hasKey(String name) {
    return Pattern.compile("\"" + Pattern.quote(name) + "\"\\s*:").matcher(text).find();
  }

  char firstChar() {
    String stripped = text.stripLeading();
    return stripped.isEmpty() ? ' ' : stripped.charAt(0);
  }

  boolean isJson() {
    return firstChar() == '{' || firstChar() == '[';
  }

  boolean isGeoJson() {
    return firstChar() == '{' && hasKey("features");
  }

  /** Says what the file looks like, for a person who wonders why it is not taken. */
  String looksLike() {
    if (text.isBlank()) {
      return "an empty file";
    }
    if (text.startsWith("PK\u0003\u0004")) {
      return "a zip archive";
    }
    if (text.startsWith("%PDF")) {
      return "a PDF document";
    }
    if (text.indexOf('\0') >= 0) {
      return "a binary file, or text that is not UTF-8";
    }
    if (firstChar() == '<') {
      return "XML or HTML";
    }
    return isGeoJson() ? "GeoJSON of another kind" : isJson() ? "JSON of another kind" : lines();
  }

  private String lines() {
    String line = firstLine();
    String shown = line.length() > 80 ? line.substring(0, 80) + "..." : line;
    return "text that begins with: " + shown;
  }
}
