package hongyan.benchmarks.parts;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What the product shows of a run, counted by listing all of it.
 *
 * @param readings how many different readings
 * @param alerts how many different alerts
 * @param doubled readings, alerts and raisings of alerts beyond one of each
 * @param unfinishedDays days of stations whose PM2.5 is not made of all its 24 hours
 */
record Stored(int readings, int alerts, int doubled, int unfinishedDays) {

  static Stored of(Client client, Load load) throws InterruptedException {
    Set<String> readings = new HashSet<>();
    int doubled = 0;
    for (int station = 0; station < Load.STATIONS; station++) {
      String path = "/api/v1/readings?station=" + Load.station(station) + "&" + load.hours();
      for (JsonNode reading : client.list(path)) {
        doubled += readings.add(identity(reading)) ? 0 : 1;
      }
    }
    Set<String> alerts = new HashSet<>();
    for (JsonNode alert : client.list("/api/v1/alerts?conduct=net&" + load.days())) {
      String id = alert.get("id").asString();
      doubled += alerts.add(id) ? 0 : 1;
      doubled += raisings(client.get("/api/v1/alerts/" + id)) - 1;
    }
    return new Stored(readings.size(), alerts.size(), doubled, unfinishedDays(client, load));
  }

  private static String identity(JsonNode reading) {
    return String.join(
        " ",
        List.of("station", "time", "pollutant").stream()
            .map(field -> reading.get(field).asString())
            .toList());
  }

  private static int raisings(JsonNode alert) {
    int raisings = 0;
    for (JsonNode step : alert.path("history")) {
      raisings += step.path("action").asString().equals("raised") ? 1 : 0;
    }
    return raisings;
  }

  /** Counts the days of all stations whose mean is not that of 24 hours, the last one left out. */
  private static int unfinishedDays(Client client, Load load) throws InterruptedException {
    int wrong = 0;
    for (int station = 0; station < Load.STATIONS; station++) {
      String path =
          "/api/v1/air/daily?pollutant=PM2.5&station=" + Load.station(station) + "&" + load.hours();
      List<JsonNode> days = client.list(path);
      int whole = 0;
      for (JsonNode day : days) {
        whole += day.path("count").asInt() == 24 ? 1 : 0;
      }
      wrong += Math.max(0, load.wholeDays() - whole);
    }
    return wrong;
  }
}
