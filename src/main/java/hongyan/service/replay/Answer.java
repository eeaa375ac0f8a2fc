package hongyan.service.replay;

import hongyan.pipelines.records.Json;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * What the service said to one body.
 *
 * @param status HTTP status; 2xx means that the body was read and the good records in it taken
 * @param ignored values that the door knows and does not keep, where it says so
 * @param rejectedByRule how often each rule was named; what the answer did not list stands under
 *     {@link #UNLISTED}
 * @param exampleByRule the first error of each rule, in words
 * @param reason for a body refused as a whole, what the service said; else empty
 */
public record Answer(
    int status,
    int accepted,
    int duplicates,
    int ignored,
    int rejected,
    Map<String, Integer> rejectedByRule,
    Map<String, String> exampleByRule,
    String reason) {
  static final String UNLISTED = "(not listed in the answer)";

  /** Reads an answer of the ingest interface, whatever it turns out to be. */
  static Answer of(int status, String text) {
    if (status / 100 != 2) {
      return refused(status, status + " " + problem(text));
    }
    try {
      return taken(status, Json.MAPPER.readTree(text));
    } catch (JacksonException e) {
      return refused(502, status + " with an unreadable answer");
    }
  }

  boolean bodyTaken() {
    return status / 100 == 2;
  }

  private static Answer refused(int status, String reason) {
    return new Answer(status, 0, 0, 0, 0, Map.of(), Map.of(), reason);
  }

  private static Answer taken(int status, JsonNode answer) {
    int rejected = answer.path("rejected").asInt(0);
    Map<String, Integer> byRule = new TreeMap<>();
    Map<String, String> examples = new TreeMap<>();
    for (JsonNode error : answer.path("errors")) {
      String rule = error.path("rule").asString("?");
      byRule.merge(rule, 1, Integer::sum);
      examples.putIfAbsent(rule, words(error));
    }
    int listed = byRule.values().stream().mapToInt(Integer::intValue).sum();
    // A whole list may still be shorter: one entry can stand for all records of a column.
    if (rejected > listed && answer.path("errorsTruncated").asBoolean(true)) {
      byRule.put(UNLISTED, rejected - listed);
    }
    return new Answer(
        status,
        answer.path("accepted").asInt(0),
        answer.path("duplicates").asInt(0),
        answer.path("ignored").asInt(0),
        rejected,
        byRule,
        examples,
        "");
  }

  private static String words(JsonNode error) {
    return "%s=%s: %s"
        .formatted(
            error.path("field").asString("?"),
            error.path("value").asString("?"),
            error.path("message").asString(error.path("rule").asString("?")));
  }

  private static String problem(String text) {
    try {
      JsonNode problem = Json.MAPPER.readTree(text);
      String said =
          List.of("detail", "title", "error").stream()
              .map(key -> problem.path(key).asString(""))
              .filter(words -> !words.isBlank())
              .findFirst()
              .orElse("");
      JsonNode first = problem.path("errors").path(0);
      boolean saysMore = !first.isMissingNode() && !said.equals(first.path("message").asString(""));
      return saysMore ? said + " (" + words(first) + ")" : said;
    } catch (JacksonException e) {
      return text.length() > 120 ? text.substring(0, 120) + "..." : text.strip();
    }
  }
}
