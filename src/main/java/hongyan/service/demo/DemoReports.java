package hongyan.service.demo;

import hongyan.pipelines.records.Json;
import hongyan.service.replay.Body;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reports of the public by the form that needs no account: a net seen on a walk, an owl in a net, a
 * heron at the airport; that the airport drives birds away there is then its own finding.
 */
final class DemoReports {
  private static final double AIRPORT_LON = 111.6103;
  private static final double AIRPORT_LAT = 26.3387;

  private final DemoDays days;
  private final DemoPlaces places;

  DemoReports(DemoDays days, DemoPlaces places) {
    this.days = days;
    this.places = places;
  }

  /** Returns one body for each, in the order of time. */
  List<Body> list() {
    List<Body> bodies = new ArrayList<>();
    bodies.add(heron());
    places.sites().stream()
        .filter(site -> site.air() == DemoSite.Air.TOWN)
        .findFirst()
        .ifPresent(
            town -> {
              bodies.add(net(town));
              bodies.add(owl(town));
            });
    bodies.sort(Comparator.comparing(body -> Objects.requireNonNull(body.firstTime())));
    return bodies;
  }

  private Body heron() {
    LocalDateTime time = at(3, 8, 7);
    ObjectNode json = report("sighting", time, AIRPORT_LON, AIRPORT_LAT, "跑道边水沟有苍鹭");
    json.put("species", "Ardea cinerea");
    json.put("count", 3);
    return body(json, time);
  }

  private Body net(DemoSite town) {
    LocalDateTime time = at(10, 17, 18);
    ObjectNode json = report("conduct", time, lon(town), lat(town), "散步时看到竹林边拉着一张细网，网上有鸟");
    json.put("conduct", "net");
    ObjectNode reporter = json.putObject("reporter");
    reporter.put("name", "演示举报人");
    reporter.put("phone", "00000000000");
    return body(json, time);
  }

  private Body owl(DemoSite town) {
    LocalDateTime time = at(10, 17, 19);
    ObjectNode json = report("casualty", time, lon(town), lat(town), "同一张网上缠着一只小猫头鹰，还活着");
    json.put("species", "Otus sunia");
    json.put("trapped", 1);
    return body(json, time);
  }

  private static double lon(DemoSite site) {
    return site.position().lon() + 0.0211;
  }

  private static double lat(DemoSite site) {
    return site.position().lat() - 0.0187;
  }

  private LocalDateTime at(int month, int day, int hour) {
    return days.day(days.number(month, day)).atTime(hour, 10);
  }

  private static ObjectNode report(
      String about, LocalDateTime time, double lon, double lat, String words) {
    ObjectNode json = Json.MAPPER.createObjectNode();
    json.put("about", about);
    json.put("time", DemoDays.text(time));
    DemoFinding.put(json, FindingModel.rounded(lon, lat));
    json.put("description", "【演示】" + words);
    return json;
  }

  private static Body body(ObjectNode json, LocalDateTime time) {
    byte[] bytes = Json.MAPPER.writeValueAsString(json).getBytes(StandardCharsets.UTF_8);
    return new Body("public/reports", "application/json", bytes, 1, DemoDays.instant(time));
  }
}
