package hongyan.service.doors.forms;

import hongyan.service.doors.rejects.Fault;
import hongyan.service.doors.rejects.Refusal;
import hongyan.service.doors.rejects.Rule;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/**
 * Reads JSON bodies: one object, an array of objects, or one object a line (NDJSON).
 *
 * <p>NaN and Infinity, which are no JSON but are sent all the same, are read as numbers, so that
 * the record is refused by rule and its neighbours are taken.
 */
public final class JsonForm {
  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();
  private static final String TRAILING = "content after the end";

  private final JsonParser parser;
  private final String text;
  private final FieldNames names;

  private JsonForm(JsonParser parser, String text, FieldNames names) {
    this.parser = parser;
    this.text = text;
    this.names = names;
  }

  /**
   * Reads one object or an array; an item's line is its index, from 1.
   *
   * @throws BodyFault with line and column when it is not JSON, or neither object nor array
   */
  public static void readDocument(String body, FieldNames names, ItemSink sink) {
    try (JsonParser parser = open(body)) {
      JsonForm form = new JsonForm(parser, body, names);
      if (parser.nextToken() == JsonToken.START_ARRAY) {
        for (int index = 1; parser.nextToken() != JsonToken.END_ARRAY; index++) {
          form.element(index).to(sink);
        }
      } else if (parser.currentToken() == JsonToken.START_OBJECT) {
        form.element(1).to(sink);
      } else {
        throw new BodyFault(1, new Fault(null, null, Rule.NOT_AN_OBJECT, null));
      }
      if (parser.nextToken() != null) {
        throw broken(parser.currentTokenLocation(), TRAILING);
      }
    } catch (JacksonException broken) {
      throw broken(broken.getLocation(), broken.getOriginalMessage());
    }
  }

  /** Reads one object a line; blank lines are none, a broken line spoils no other. */
  public static void readLines(String body, FieldNames names, ItemSink sink) {
    int line = 0;
    for (int start = 0; start < body.length(); ) {
      int end = body.indexOf('\n', start);
      end = end < 0 ? body.length() : end;
      line++;
      int last = end > start && body.charAt(end - 1) == '\r' ? end - 1 : end;
      String raw = body.substring(start, last);
      if (!raw.isBlank()) {
        line(line, raw, names).to(sink);
      }
      start = end + 1;
    }
  }

  private static Outcome line(int line, String raw, FieldNames names) {
    try (JsonParser parser = open(raw)) {
      parser.nextToken();
      Outcome outcome = new JsonForm(parser, raw, names).element(line);
      if (parser.nextToken() != null) {
        return brokenLine(line, raw, parser.currentTokenLocation().getColumnNr(), TRAILING);
      }
      return outcome.withRaw(raw);
    } catch (JacksonException broken) {
      TokenStreamLocation at = broken.getLocation();
      return brokenLine(line, raw, at == null ? 1 : at.getColumnNr(), broken.getOriginalMessage());
    }
  }

  private static Outcome brokenLine(int line, String raw, int column, String why) {
    String extra = line + ":" + column + ", " + why;
    return Outcome.refused(line, raw, List.of(new Fault(null, null, Rule.BROKEN_JSON, extra)));
  }

  private static BodyFault broken(TokenStreamLocation at, String why) {
    int line = at == null ? 1 : at.getLineNr();
    int column = at == null ? 1 : at.getColumnNr();
    String extra = line + ":" + column + ", " + why;
    return new BodyFault(line, new Fault(null, null, Rule.BROKEN_JSON, extra));
  }

  private static JsonParser open(String text) {
    return FACTORY.createParser(ObjectReadContext.empty(), new StringReader(text));
  }

  /** Reads the element that the parser stands on, and leaves the parser at its end. */
  private Outcome element(int line) {
    int start = offset(parser.currentTokenLocation());
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      String raw = skip(start);
      return Outcome.refused(line, raw, List.of(new Fault(null, null, Rule.NOT_AN_OBJECT, null)));
    }
    List<Fault> faults = new ArrayList<>(0);
    Map<String, Cell> cells = object(faults);
    String raw = text.substring(start, offset(parser.currentLocation()));
    return faults.isEmpty()
        ? new Outcome(new Item(line, raw, null, cells), null)
        : Outcome.refused(line, raw, faults);
  }

  private Map<String, Cell> object(List<Fault> faults) {
    Map<String, Cell> cells = new HashMap<>();
    Set<String> seen = new HashSet<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      if (!seen.add(name)) {
        faults.add(new Fault(name, null, Rule.DUPLICATE_KEY, null));
      }
      parser.nextToken();
      if (names.isKnown(name)) {
        field(name, cells);
      } else {
        names.findFault(name).ifPresent(faults::add);
        unread(name, faults);
      }
    }
    return cells;
  }

  private void unread(String name, List<Fault> faults) {
    if (parser.isNaN()) {
      faults.add(new Fault(name, parser.getString(), Rule.NOT_FINITE, null));
    }
    parser.skipChildren();
  }

  private void field(String name, Map<String, Cell> cells) {
    switch (parser.currentToken()) {
      case VALUE_NULL -> {}
      case VALUE_STRING -> cells.put(name, new Cell(Cell.Kind.STRING, parser.getString()));
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
          cells.put(name, new Cell(Cell.Kind.NUMBER, parser.getString()));
      case START_OBJECT -> cells.put(name, new Cell(Cell.Kind.OBJECT, skip()));
      case START_ARRAY -> cells.put(name, new Cell(Cell.Kind.ARRAY, skip()));
      default -> cells.put(name, new Cell(Cell.Kind.BOOLEAN, parser.getString()));
    }
  }

  private String skip() {
    return skip(offset(parser.currentTokenLocation()));
  }

  private String skip(int start) {
    parser.skipChildren();
    parser.finishToken();
    return text.substring(start, offset(parser.currentLocation()));
  }

  private static int offset(TokenStreamLocation location) {
    return Math.toIntExact(location.getCharOffset());
  }

  /** An item or a refusal, never neither. */
  private record Outcome(@Nullable Item item, @Nullable Refusal refusal) {

    static Outcome refused(int line, String raw, List<Fault> faults) {
      return new Outcome(null, new Refusal(line, raw, 1, faults));
    }

    Outcome withRaw(String raw) {
      return item == null
          ? new Outcome(null, new Refusal(refusal.line(), raw, 1, refusal.faults()))
          : new Outcome(new Item(item.line(), raw, null, item.cells()), null);
    }

    void to(ItemSink sink) {
      if (item == null) {
        sink.refused(refusal);
      } else {
        sink.item(item);
      }
    }
  }
}
