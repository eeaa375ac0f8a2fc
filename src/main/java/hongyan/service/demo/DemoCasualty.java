package hongyan.service.demo;

import hongyan.geo.place.Position;
import hongyan.pipelines.records.Json;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVRecord;
import tools.jackson.databind.node.ObjectNode;

/**
 * One generated report of dead, sick, hurt or trapped birds, with what became of those that came
 * into care: a line of the demo's table {@code demo/casualties.csv}.
 *
 * @param birds how many came into care; 0 for none
 */
record DemoCasualty(String id, LocalDateTime time, Position position, CSVRecord row, int birds) {

  /** Returns it as the contract's JSON. */
  String json() {
    ObjectNode json = Json.MAPPER.createObjectNode();
    json.put("casualtyID", id);
    json.put("time", DemoDays.text(time));
    DemoFinding.put(json, position);
    json.put("species", row.get("species"));
    for (String number : List.of("dead", "sick", "injured", "trapped")) {
      json.put(number, Integer.parseInt(row.get(number)));
    }
    for (String text : List.of("behaviour", "samples", "disposal")) {
      if (!row.get(text).isEmpty()) {
        json.put(text, row.get(text));
      }
    }
    json.put("source", row.get("source"));
    json.put("description", "【演示】" + row.get("description"));
    return Json.MAPPER.writeValueAsString(json);
  }

  /** Returns the rescue case that was opened from it, as the contract's JSON. */
  String rescue() {
    ObjectNode json = Json.MAPPER.createObjectNode();
    json.put("id", rescueId());
    json.put("casualty", id);
    json.put("birds", birds);
    json.put("carer", "县野生动物救护站（演示）");
    json.put("openedAt", DemoDays.text(time.plusHours(2)));
    json.put("note", "【演示】");
    return Json.MAPPER.writeValueAsString(json);
  }

  String rescueId() {
    return "demo-R-" + row.get("id");
  }

  /** Returns what became of them, as the contract's JSON, in its order. */
  List<String> outcomes() {
    return row.get("outcomes").isEmpty()
        ? List.of()
        : Arrays.stream(row.get("outcomes").split(";")).map(this::outcome).toList();
  }

  private String outcome(String text) {
    String[] words = text.split(" ");
    ObjectNode json = Json.MAPPER.createObjectNode();
    json.put("outcome", words[0]);
    json.put("birds", Integer.parseInt(words[1]));
    json.put("at", DemoDays.text(time.plusHours(2 + Integer.parseInt(words[2]))));
    json.put("note", "【演示】");
    return Json.MAPPER.writeValueAsString(json);
  }
}
