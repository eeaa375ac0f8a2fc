package hongyan.service.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The real thing, killed while it ingests: what was answered 202 is there once, alerts too. */
class KillIT {
  private static final OffsetDateTime FIRST = OffsetDateTime.parse("2025-10-01T01:00:00+08:00");
  private static final int BODIES = 120;
  private static final int HOURS_A_BODY = 24;

  @TempDir Path state;

  /** What the sender was told before the program was gone. */
  private final Set<Integer> acknowledged = new TreeSet<>();

  @Test
  void keepsWhatItAcknowledgedAndRaisesEachAlertOnce() throws Exception {
    Program first = Program.start(state);
    killWhileSending(first, 0, 30);
    Program second = Program.start(state);
    assertThat(second.get("/actuator/health/readiness").get("status").asString()).isEqualTo("UP");
    awaitReadings(second, acknowledgedTimes());
    await("a checkpoint")
        .ignoreExceptions()
        .until(() -> pipelines(second).has("checkpointAgeSeconds"));
    killWhileSending(second, 30, 70);

    try (Program third = Program.start(state)) {
      awaitReadings(third, acknowledgedTimes());
      for (int body = 0; body < BODIES; body++) {
        assertThat(send(third, body)).isTrue();
      }
      awaitReadings(third, times(IntStream.range(0, BODIES).boxed().collect(Collectors.toSet())));
      assertThat(readings(third)).doesNotHaveDuplicates().hasSize(BODIES * HOURS_A_BODY);
      awaitAlerts(third);
      assertThat(alerts(third)).doesNotHaveDuplicates().hasSize(BODIES);
      for (JsonNode alert : third.listAll("/api/v1/alerts?conduct=net").subList(0, 5)) {
        JsonNode history = third.get("/api/v1/alerts/" + alert.get("id").asString()).get("history");
        assertThat(history).hasSize(1);
      }
      await("nothing is left to do").until(() -> pipelines(third).get("backlog").asLong() == 0);
      assertThat(pipelines(third).get("restoredFrom").asString()).contains("chk-");
    }
  }

  /** Sends bodies from {@code from} on and kills the program when {@code to} is reached. */
  private void killWhileSending(Program program, int from, int to) throws Exception {
    CountDownLatch reached = new CountDownLatch(to - from);
    CompletableFuture<Void> sender =
        CompletableFuture.runAsync(
            () -> {
              for (int body = from; body < BODIES; body++) {
                if (!send(program, body)) {
                  return;
                }
                acknowledged.add(body);
                reached.countDown();
              }
            });
    await("so many are acknowledged").until(() -> reached.getCount() == 0);
    program.kill();
    sender.join();
  }

  /** Sends a day of readings and a finding; false when the program did not answer 202 to both. */
  private static boolean send(Program program, int body) {
    try {
      return program.post("/api/v1/readings", "text/csv", readingsBody(body)).status() == 202
          && program.post("/api/v1/findings", "application/json", finding(body)).status() == 202;
    } catch (IOException gone) {
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String readingsBody(int body) {
    return IntStream.range(0, HOURS_A_BODY)
        .mapToObj(
            hour ->
                "2478A,%s,PM2.5,%d,µg/m³,N,PT1H"
                    .formatted(time(body, hour), 20 + (body + hour) % 30))
        .collect(
            Collectors.joining("\n", "station,time,pollutant,value,unit,flag,averaging\n", "\n"));
  }

  private static OffsetDateTime time(int body, int hour) {
    return FIRST.plusHours((long) body * HOURS_A_BODY + hour);
  }

  private static String finding(int body) {
    return """
        {"findingID":"F-%1$d","conduct":"net","time":"%2$s",
         "position":{"type":"Point","coordinates":[111.62,26.42]},
         "source":"patrol","description":"a net, number %1$d"}
        """
        .formatted(body, time(body, 3));
  }

  private Set<Instant> acknowledgedTimes() {
    return times(acknowledged);
  }

  private static Set<Instant> times(Set<Integer> bodies) {
    Set<Instant> times = new HashSet<>();
    bodies.forEach(
        body ->
            IntStream.range(0, HOURS_A_BODY)
                .forEach(hour -> times.add(time(body, hour).toInstant())));
    return times;
  }

  private static void awaitReadings(Program program, Set<Instant> expected) {
    await("every acknowledged reading is listed")
        .ignoreExceptions()
        .untilAsserted(() -> assertThat(new HashSet<>(readings(program))).containsAll(expected));
  }

  private static void awaitAlerts(Program program) {
    await("every finding has become an alert")
        .untilAsserted(() -> assertThat(alerts(program)).hasSizeGreaterThanOrEqualTo(BODIES));
  }

  private static List<Instant> readings(Program program) throws IOException, InterruptedException {
    return program.listAll("/api/v1/readings?station=2478A").stream()
        .map(reading -> OffsetDateTime.parse(reading.get("time").asString()).toInstant())
        .toList();
  }

  private static JsonNode pipelines(Program program) throws IOException, InterruptedException {
    return program.get("/actuator/health").at("/components/pipelines/details");
  }

  private static List<String> alerts(Program program) throws IOException, InterruptedException {
    return program.listAll("/api/v1/alerts?conduct=net").stream()
        .map(alert -> alert.get("id").asString())
        .toList();
  }
}
