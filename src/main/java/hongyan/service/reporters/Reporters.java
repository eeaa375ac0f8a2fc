package hongyan.service.reporters;

import hongyan.pipelines.records.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Hides the reporter in the text of a finding, at any depth, also in the raw form that a receipt
 * has within it. Text that is not JSON is hidden whole: nobody can tell where in it a name stands.
 * What a reporter writes about themselves in the description is not found. Pure.
 */
public final class Reporters {
  /** What stands where something was hidden. */
  public static final String HIDDEN = "已隐去 (withheld)";

  private static final String REPORTER = "reporter";
  private static final String RAW = "raw";

  private Reporters() {}

  /** Returns the text without the reporter; the very same text where there is none. */
  public static String hide(String text) {
    try {
      JsonNode root = Json.MAPPER.readTree(text);
      return hideIn(root) ? Json.MAPPER.writeValueAsString(root) : text;
    } catch (JacksonException noJson) {
      return HIDDEN;
    }
  }

  private static boolean hideIn(JsonNode node) {
    boolean hidden = false;
    if (node instanceof ArrayNode array) {
      for (JsonNode element : array) {
        hidden |= hideIn(element);
      }
    } else if (node instanceof ObjectNode object) {
      for (String name : object.propertyNames().toArray(new String[0])) {
        hidden |= hideField(object, name);
      }
    }
    return hidden;
  }

  private static boolean hideField(ObjectNode object, String name) {
    JsonNode value = object.get(name);
    if (name.strip().equalsIgnoreCase(REPORTER)) {
      object.put(name, HIDDEN);
      return true;
    }
    if (name.equals(RAW) && value.isString()) {
      String within = hide(value.asString());
      boolean changed = !within.equals(value.asString());
      object.put(name, within);
      return changed;
    }
    return hideIn(value);
  }
}
