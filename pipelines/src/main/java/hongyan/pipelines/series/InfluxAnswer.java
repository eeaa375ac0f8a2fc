package hongyan.pipelines.series;

import hongyan.pipelines.records.Json;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads the JSON that a server answers InfluxQL with, part by part and row by row: asked for in
 * parts, it keeps no long answer in its memory, and none is cut off at its {@code max-row-limit}.
 * The client library has a reader too, but one that passes the error of a statement over and takes
 * the answer for empty, and a record that is not found is one that a door takes again.
 */
final class InfluxAnswer {

  /** The server has answered that it could not do what a statement asked. */
  static final class StatementFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StatementFailed(String message) {
      super(message);
    }
  }

  private final JsonParser json;
  private final Consumer<InfluxRow> rows;

  /** Whether the part that was read last says that another follows. */
  private boolean goesOn = true;

  private InfluxAnswer(JsonParser json, Consumer<InfluxRow> rows) {
    this.json = json;
    this.rows = rows;
  }

  /** Gives each row to {@code rows}; throws {@link StatementFailed} for an error in the answer. */
  static void read(InputStream body, Consumer<InfluxRow> rows) {
    try (JsonParser json = Json.MAPPER.createParser(body)) {
      var answer = new InfluxAnswer(json, rows);
      while (json.nextToken() != null) {
        answer.goesOn = false;
        answer.readObject();
      }
      if (answer.goesOn) {
        throw new StatementFailed("the answer is cut off");
      }
    }
  }

  /** One part of the answer, a result, or a series: each is told by the names of its members. */
  private void readObject() {
    List<String> columns = new ArrayList<>();
    Map<String, String> tags = new LinkedHashMap<>();
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      json.nextToken();
      switch (name) {
        case "error" -> throw new StatementFailed(json.getString());
        case "partial" -> goesOn |= json.getBooleanValue();
        case "results", "series" -> readObjects();
        case "tags" -> readTags(tags);
        case "columns" -> readTexts(columns);
        case "values" -> readRows(columns, tags);
        default -> json.skipChildren();
      }
    }
  }

  private void readObjects() {
    while (json.nextToken() != JsonToken.END_ARRAY) {
      readObject();
    }
  }

  private void readTags(Map<String, String> tags) {
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      json.nextToken();
      tags.put(name, json.getString());
    }
  }

  private void readTexts(List<? super @Nullable String> texts) {
    while (json.nextToken() != JsonToken.END_ARRAY) {
      texts.add(json.currentToken() == JsonToken.VALUE_NULL ? null : json.getString());
    }
  }

  private void readRows(List<String> columns, Map<String, String> tags) {
    List<String> names = new ArrayList<>(tags.keySet());
    names.addAll(columns);
    while (json.nextToken() != JsonToken.END_ARRAY) {
      List<@Nullable String> values = new ArrayList<>(tags.values());
      readTexts(values);
      rows.accept(new InfluxRow(names, values));
    }
  }
}
