package hongyan.pipelines.series;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One point, in the making: tags first, then fields, as line protocol has them. Every point of a
 * measurement has all its fields, since what a later point leaves out would stay as it was.
 */
final class InfluxPoint {

  private final String measurement;
  private final String key;
  private final Instant time;
  private final StringBuilder series;
  private final StringBuilder fields = new StringBuilder();
  private @Nullable String json;

  /**
   * @param key what people call the record by
   */
  InfluxPoint(String measurement, String key, Instant time) {
    this.measurement = measurement;
    this.key = key;
    this.time = time;
    this.series = new StringBuilder(measurement);
  }

  String measurement() {
    return measurement;
  }

  String key() {
    return key;
  }

  Instant time() {
    return time;
  }

  InfluxPoint tag(String name, String value) {
    series.append(',').append(name).append('=');
    String text = InfluxText.tag(value);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ',' || c == ' ' || c == '=') {
        series.append('\\');
      }
      series.append(c);
    }
    return this;
  }

  /** Adds a text; null is kept as an empty one. */
  InfluxPoint text(String name, @Nullable String value) {
    start(name);
    quote(fields, value == null ? "" : value);
    return this;
  }

  InfluxPoint whole(String name, long value) {
    start(name).append(value).append('i');
    return this;
  }

  /** Adds a number to draw; beyond what a double holds, the nearest. */
  InfluxPoint number(String name, double value) {
    double most = Double.MAX_VALUE;
    start(name).append(Math.max(-most, Math.min(most, value)));
    return this;
  }

  InfluxPoint yes(String name, boolean value) {
    start(name).append(value);
    return this;
  }

  /** Sets the whole record: what the store gives back. */
  InfluxPoint json(String record) {
    this.json = record;
    return this;
  }

  private StringBuilder start(String name) {
    return fields.append(fields.isEmpty() ? "" : ",").append(name).append('=');
  }

  private static void quote(StringBuilder to, String value) {
    to.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        to.append('\\');
      }
      to.append(c);
    }
    to.append('"');
  }

  /** Returns about how many characters its line has. */
  int length() {
    return series.length() + fields.length() + (json == null ? 0 : json.length());
  }

  /** Appends the point in line protocol, its time in microseconds. */
  void appendTo(StringBuilder body) {
    append(body, json);
  }

  /** Returns the line for people to look at: with a hash in the place of the record's raw text. */
  String shown() {
    var line = new StringBuilder();
    append(line, json == null ? null : DeletedRaw.without(json));
    return line.toString();
  }

  private void append(StringBuilder line, @Nullable String record) {
    line.append(series).append(' ').append(fields);
    if (record != null) {
      line.append(fields.isEmpty() ? "" : ",").append("json=");
      quote(line, record);
    }
    line.append(' ').append(Columns.micros(time));
  }
}
