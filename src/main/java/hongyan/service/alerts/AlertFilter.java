package hongyan.service.alerts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a list of alerts is narrowed to; a null part does not narrow.
 *
 * @param conduct any of these
 * @param authorised whether a permit covers it
 * @param supported whether its records still support it
 * @param bbox minLon,minLat,maxLon,maxLat
 * @param light {@code green}, {@code yellow} before the deadline, {@code red} past it
 * @param dueBefore its deadline is before this moment
 * @param escalated whether it went up from its first office
 * @param merged whether another alert stands for it
 */
record AlertFilter(
    @Nullable String kind,
    @Nullable Integer item,
    @Nullable List<String> conduct,
    @Nullable String county,
    @Nullable String zone,
    @Nullable String state,
    @Nullable String grade,
    @Nullable Instant from,
    @Nullable Instant to,
    @Nullable List<Double> bbox,
    @Nullable Boolean authorised,
    @Nullable Boolean supported,
    @Nullable String light,
    @Nullable Instant dueBefore,
    @Nullable Boolean escalated,
    @Nullable Boolean merged) {

  /** Returns the conditions as SQL, each with named parameters, joined by AND; never empty. */
  String where(Map<String, Object> parameters, Instant now) {
    List<String> conditions = new ArrayList<>(List.of("1 = 1"));
    Map<String, Object> equal = new LinkedHashMap<>();
    equal.put("kind", kind);
    equal.put("item", item);
    equal.put("county", county);
    equal.put("state", state);
    equal.put("grade", grade);
    equal.put("authorised", authorised);
    equal.put("supported", supported);
    equal.forEach(
        (column, value) -> {
          if (value != null) {
            conditions.add(column + " = :" + column);
            parameters.put(column, value);
          }
        });
    if (conduct != null && !conduct.isEmpty()) {
      conditions.add("conduct IN (:conduct)");
      parameters.put("conduct", conduct);
    }
    if (zone != null) {
      conditions.add("id IN (SELECT alert_id FROM alert_zone WHERE zone = :zone)");
      parameters.put("zone", zone);
    }
    if (from != null) {
      conditions.add("time >= :from");
      parameters.put("from", from.toEpochMilli());
    }
    if (to != null) {
      conditions.add("time < :to");
      parameters.put("to", to.toEpochMilli());
    }
    addHandling(conditions, parameters, now);
    if (bbox != null) {
      if (bbox.size() != 4) {
        throw new IllegalArgumentException(
            "bbox=%s: minLon,minLat,maxLon,maxLat are wanted".formatted(bbox));
      }
      conditions.add("lon BETWEEN :west AND :east AND lat BETWEEN :south AND :north");
      parameters.put("west", bbox.get(0));
      parameters.put("south", bbox.get(1));
      parameters.put("east", bbox.get(2));
      parameters.put("north", bbox.get(3));
    }
    return String.join(" AND ", conditions);
  }

  private void addHandling(List<String> conditions, Map<String, Object> parameters, Instant now) {
    if (light != null) {
      conditions.add(
          switch (light) {
            case "green" -> "yellow_from > :now";
            case "yellow" -> "yellow_from <= :now AND deadline > :now";
            case "red" -> "deadline <= :now";
            default ->
                throw new IllegalArgumentException(
                    "light=%s: green, yellow or red is wanted".formatted(light));
          });
      parameters.put("now", now.toEpochMilli());
    }
    if (dueBefore != null) {
      conditions.add("deadline < :dueBefore");
      parameters.put("dueBefore", dueBefore.toEpochMilli());
    }
    if (escalated != null) {
      conditions.add(escalated ? "escalations > 0" : "escalations = 0");
    }
    if (merged != null) {
      conditions.add(merged ? "merged_into IS NOT NULL" : "merged_into IS NULL");
    }
  }
}
