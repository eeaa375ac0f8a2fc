package hongyan.service.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hongyan.service.accounts.Role;
import hongyan.service.alerts.AlertsFixture;
import hongyan.service.database.OnBothDatabases;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Who works for one county sees what is of that county. */
@OnBothDatabases
class ScopeTest {
  private static ServiceForTests service;
  private static Asker own;
  private static Asker other;
  private static Asker city;

  @BeforeAll
  static void start() {
    service = ServiceForTests.shared();
    Rows.put(service);
    own = service.token(Role.FORESTRY, Rows.OWN);
    other = service.token(Role.FORESTRY, Rows.OTHER);
    city = service.token(Role.FORESTRY);
  }

  @Test
  void listsAlertsOfTheCountyOnly() {
    save("violation-nowhere", null);
    save("violation-other", Rows.OTHER);
    assertThat(ids(own))
        .contains(Rows.ALERT)
        .doesNotContain("violation-other", "violation-nowhere");
    assertThat(ids(other)).contains("violation-other").doesNotContain(Rows.ALERT);
    assertThat(ids(city)).contains(Rows.ALERT, "violation-other", "violation-nowhere");
    assertThat(other.get("/api/v1/alerts?county=" + Rows.OWN).json().get("items").isEmpty())
        .isTrue();
    assertThat(other.get("/api/v1/alerts/" + Rows.ALERT).status()).isEqualTo(404);
    assertThat(
            other
                .send(
                    "POST",
                    "/api/v1/alerts/" + Rows.ALERT + "/transitions",
                    "{\"to\":\"acknowledged\"}")
                .status())
        .isEqualTo(404);
  }

  @Test
  void movesAnAlertInTheNameOfWhoAsks() {
    save("violation-moved", Rows.OWN);
    String path = "/api/v1/alerts/violation-moved";
    Asker environment = service.token(Role.ENVIRONMENT, Rows.OWN);
    String body = "{\"to\":\"acknowledged\",\"who\":\"somebody else\"}";
    assertThat(environment.send("POST", path + "/transitions", body).status()).isEqualTo(403);
    assertThat(own.send("POST", path + "/transitions", body).status()).isEqualTo(200);
    JsonNode step = own.get(path).json().get("history").get(1);
    assertThat(step.get("who").asString())
        .isEqualTo(own.get("/api/v1/session").json().get("account").asString());
  }

  @Test
  void sendsTheLiveEventsOfTheCountyOnly() throws IOException {
    List<String> heardByOwn = new CopyOnWriteArrayList<>();
    List<String> heardByOther = new CopyOnWriteArrayList<>();
    try (InputStream first = own.open("/api/v1/alerts/stream").body();
        InputStream second = other.open("/api/v1/alerts/stream").body()) {
      listen(first, heardByOwn);
      listen(second, heardByOther);
      save("violation-live-own", Rows.OWN);
      save("violation-live-other", Rows.OTHER);
      await()
          .untilAsserted(
              () -> {
                assertThat(heardByOwn).anyMatch(line -> line.contains("violation-live-own"));
                assertThat(heardByOther).anyMatch(line -> line.contains("violation-live-other"));
              });
    }
    assertThat(heardByOwn).noneMatch(line -> line.contains("violation-live-other"));
    assertThat(heardByOther).noneMatch(line -> line.contains("violation-live-own"));
  }

  @Test
  void bringsNobodyTheMissedEventsOfAnotherCounty() throws IOException {
    save("violation-missed", Rows.OWN);
    List<String> heard = new CopyOnWriteArrayList<>();
    try (InputStream in =
        other.withHeader("Last-Event-ID", "0").open("/api/v1/alerts/stream").body()) {
      listen(in, heard);
      save("violation-after", Rows.OTHER);
      await().until(() -> heard.stream().anyMatch(line -> line.contains("violation-after")));
    }
    assertThat(heard).noneMatch(line -> line.contains("violation-missed"));
  }

  @Test
  void letsACountyDrawOnItsOwnGroundOnly() {
    String zone =
        "{\"name\":\"n\",\"kind\":\"flyway\",\"validFrom\":\"2025-09-01T00:00:00+08:00\","
            + "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[112.02,25.72],[112.05,25.72],"
            + "[112.05,25.75],[112.02,25.75],[112.02,25.72]]]}}";
    String where =
        service
            .nobody()
            .get("/api/v1/locate?lon=112.035&lat=25.735")
            .json()
            .at("/county/adcode")
            .asString();
    Asker there = service.token(Role.FORESTRY, where);
    assertThat(other.send("PUT", "/api/v1/zones/SCOPE-1", zone).status()).isEqualTo(403);
    assertThat(there.send("PUT", "/api/v1/zones/SCOPE-1", zone).status()).isEqualTo(200);
    String device =
        "{\"name\":\"n\",\"kind\":\"camera\",\"position\":{\"type\":\"Point\","
            + "\"coordinates\":[112.035,25.735]}}";
    assertThat(other.send("PUT", "/api/v1/devices/SCOPE-1", device).status()).isEqualTo(403);
    assertThat(there.send("PUT", "/api/v1/devices/SCOPE-1", device).status()).isEqualTo(200);
    String taken = device.replace("112.035,25.735", "111.6156,26.4214");
    assertThat(other.send("PUT", "/api/v1/devices/SCOPE-1", taken).status())
        .as("a device of another county cannot be moved into one's own")
        .isEqualTo(403);
  }

  @Test
  void showsStrangersTheStationsOfTheAirOnly() {
    service
        .everything()
        .send(
            "PUT",
            "/api/v1/stations/SCOPE-BIRDS",
            "{\"name\":\"n\",\"kind\":\"birds\",\"position\":{\"type\":\"Point\","
                + "\"coordinates\":[111.6156,26.4214]}}");
    assertThat(own.get("/api/v1/stations").text()).contains("SCOPE-BIRDS");
    assertThat(service.nobody().get("/api/v1/stations").text())
        .contains("2478A")
        .doesNotContain("SCOPE-BIRDS");
    assertThat(service.nobody().get("/api/v1/stations/SCOPE-BIRDS").status()).isEqualTo(404);
  }

  private static void save(String id, String county) {
    new AlertsFixture(service.bean(JdbcClient.class)).save(Rows.alert(id, county));
  }

  private static List<String> ids(Asker asker) {
    return StreamSupport.stream(
            asker.get("/api/v1/alerts?limit=1000").json().get("items").spliterator(), false)
        .map(item -> item.get("id").asString())
        .toList();
  }

  private static void listen(InputStream in, List<String> heard) {
    Thread listener =
        new Thread(
            () -> {
              try (BufferedReader lines =
                  new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                lines.lines().forEach(heard::add);
              } catch (IOException | UncheckedIOException closed) {
                // The test has heard enough.
              }
            });
    listener.setDaemon(true);
    listener.start();
  }
}
