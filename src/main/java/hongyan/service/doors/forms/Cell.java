package hongyan.service.doors.forms;

/**
 * What stands in one field. A field that is null in JSON, or empty in a table, has no cell.
 *
 * @param text the value; of an object or array its JSON, verbatim
 */
public record Cell(Kind kind, String text) {

  /** What the form says that the value is. A table says nothing: all its cells are plain. */
  public enum Kind {
    PLAIN,
    STRING,
    NUMBER,
    BOOLEAN,
    OBJECT,
    ARRAY
  }
}
