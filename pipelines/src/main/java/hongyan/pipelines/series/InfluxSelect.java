package hongyan.pipelines.series;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A query in InfluxQL, put together from the filters that are given. Not reusable. */
final class InfluxSelect {

  private final String start;
  private final List<String> conditions = new ArrayList<>();
  private String end = "";

  private InfluxSelect(String columns, String measurement) {
    this.start = "SELECT %s FROM \"%s\"".formatted(columns, measurement);
  }

  static InfluxSelect columns(String measurement, List<String> names) {
    String columns = names.stream().map(n -> '"' + n + '"').collect(Collectors.joining(","));
    return new InfluxSelect(columns, measurement);
  }

  /**
   * @param call for example {@code count("value") AS n}
   */
  static InfluxSelect of(String measurement, String call) {
    return new InfluxSelect(call, measurement);
  }

  /** Asks for one value of a tag, unless there is none to ask for. */
  InfluxSelect tag(String name, @Nullable Object value) {
    return value == null ? this : tagIn(name, List.of(value.toString()));
  }

  /** Asks for any of some values of a tag. */
  InfluxSelect tagIn(String name, Collection<String> values) {
    return and(
        values.stream()
            .map(v -> "\"%s\" = %s".formatted(name, InfluxText.quoted(InfluxText.tag(v))))
            .collect(Collectors.joining(" OR ", "(", ")")));
  }

  InfluxSelect field(String name, @Nullable String value) {
    return value == null ? this : and("\"%s\" = %s".formatted(name, InfluxText.quoted(value)));
  }

  /** Asks for what has a text within one of its fields. */
  InfluxSelect containing(String name, @Nullable String text) {
    return text == null ? this : and("\"%s\" =~ %s".formatted(name, InfluxText.containing(text)));
  }

  InfluxSelect from(@Nullable Instant inclusive) {
    return inclusive == null ? this : and("time >= " + InfluxText.moment(inclusive));
  }

  InfluxSelect before(@Nullable Instant exclusive) {
    return exclusive == null ? this : and("time < " + InfluxText.moment(exclusive));
  }

  InfluxSelect after(@Nullable Instant exclusive) {
    return exclusive == null ? this : and("time > " + InfluxText.moment(exclusive));
  }

  InfluxSelect until(@Nullable Instant inclusive) {
    return inclusive == null ? this : and("time <= " + InfluxText.moment(inclusive));
  }

  InfluxSelect and(String condition) {
    conditions.add(condition);
    return this;
  }

  InfluxSelect then(String clause) {
    end = " " + clause;
    return this;
  }

  String text() {
    String where = conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    return start + where + end;
  }
}
