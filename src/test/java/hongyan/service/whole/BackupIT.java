package hongyan.service.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hongyan.service.attachments.Photos;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * The drill of docs/backup.md: a backup while a sender goes on, the program killed, a restore to
 * another folder, and everything that was acknowledged before the backup began is there once.
 */
class BackupIT {
  private static final OffsetDateTime FIRST = OffsetDateTime.parse("2025-10-01T01:00:00+08:00");
  private static final int DAYS = 90;
  private static final int BIRDS = 200;
  private static final int FINDINGS = 20;
  private static final String LOADED = "2478A";
  private static final String SENDING = "2479A";
  private static final String ALERT = "/api/v1/alerts/violation-F-3";
  private static final String DAILY = "/api/v1/air/daily?pollutant=PM2.5&station=" + LOADED;

  @TempDir Path folder;

  /** What the sender that goes on was told; days of its station. */
  private final Set<Integer> acknowledged = ConcurrentHashMap.newKeySet();

  /** What an officer, an inspector and a citizen could see before the backup. */
  private record Seen(
      JsonNode alert, JsonNode figures, String attachment, long treeSize, String treeRoot) {}

  @Test
  void bringsBackWhatWasAcknowledgedBeforeTheBackupBegan() throws Exception {
    Path backup = folder.resolve("backup");
    Path restored = folder.resolve("restored");
    Program first = Program.start(folder.resolve("state"));
    load(first);
    Seen seen = work(first);
    Set<Integer> before = backUpWhileSending(first, folder.resolve("state"), backup);
    first.kill();

    assertChangedByteIsRefused(backup, restored);
    assertThat(run("restore", "--from", backup, "--state", restored).code()).isZero();
    try (Program second = Program.start(restored)) {
      awaitRecords(second, before);
      assertWork(second, seen);
      assertEvidence(second, seen);
      assertTakesMore(second);
    }
  }

  @Test
  void saysThatAFolderIsNoStateFolder() throws Exception {
    Program.Ended ended = run("backup", "--state", folder, "--to", folder.resolve("backup"));
    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.said()).contains("不是状态目录").contains("no state folder");
  }

  private static void load(Program program) throws IOException, InterruptedException {
    String readings =
        IntStream.range(0, DAYS)
            .mapToObj(day -> lines(LOADED, day))
            .collect(
                Collectors.joining("", "station,time,pollutant,value,unit,flag,averaging\n", ""));
    accept(program.post("/api/v1/readings", "text/csv", readings), DAYS * 24);
    String birds =
        IntStream.range(0, BIRDS)
            .mapToObj(bird -> "B-%d,Turdus hortulorum,2025-10-22,112.09,25.25,7\n".formatted(bird))
            .collect(
                Collectors.joining(
                    "",
                    "occurrenceID,scientificName,eventDate,decimalLongitude,decimalLatitude,"
                        + "individualCount\n",
                    ""));
    accept(program.post("/api/v1/occurrences", "text/csv", birds), BIRDS);
    for (int number = 0; number < FINDINGS; number++) {
      accept(program.post("/api/v1/findings", "application/json", finding(number)), 1);
    }
  }

  private static void accept(Program.Answer answer, int accepted) {
    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.body().get("accepted").asInt()).as("%s", answer.body()).isEqualTo(accepted);
  }

  /** Moves an alert on, uploads a photo, signs a head; returns what there is to be seen then. */
  private static Seen work(Program program) throws IOException, InterruptedException {
    Program.Answer upload =
        program.send("POST", "/api/v1/findings", "multipart/form-data; boundary=b", upload());
    accept(upload, 1);
    await("alerts and figures are there")
        .ignoreExceptions()
        .until(
            () ->
                alerts(program).size() == FINDINGS + 1
                    && program.listAll(DAILY).size() >= DAYS
                    && backlog(program) == 0);
    AtomicReference<JsonNode> known = new AtomicReference<>();
    await("the figures stand still")
        .pollInterval(Duration.ofSeconds(1))
        .during(Duration.ofSeconds(12)) // longer than any beat
        .until(
            () -> {
              JsonNode now = program.get(DAILY + "&limit=1000");
              return now.equals(known.getAndSet(now));
            });
    for (String to : List.of("acknowledged", "dispatched")) {
      String step = "{\"to\":\"%s\",\"note\":\"派江永县林业局，备份前\"}".formatted(to);
      assertThat(program.post(ALERT + "/transitions", "application/json", step).status())
          .isEqualTo(200);
    }
    JsonNode photo = program.get("/api/v1/findings?id=F-photo").at("/items/0/attachments/0");
    JsonNode head = program.post("/api/v1/chain/heads", "application/json", "").body();
    return new Seen(
        program.get(ALERT),
        program.get(DAILY + "&limit=1000"),
        photo.asString(),
        head.get("size").asLong(),
        head.get("root").asString());
  }

  /** Returns what the sender that went on had been told when the backup began. */
  private Set<Integer> backUpWhileSending(Program program, Path state, Path backup)
      throws Exception {
    CompletableFuture<Void> sender = CompletableFuture.runAsync(() -> sendUntilItEnds(program));
    await("the sender is at it").until(() -> acknowledged.size() >= 5);
    Set<Integer> before = Set.copyOf(acknowledged);
    Program.Ended ended = run("backup", "--state", state, "--to", backup);
    assertThat(ended.code()).as(ended.said()).isZero();
    assertThat(acknowledged.size()).as("it went on meanwhile").isGreaterThan(before.size());
    program.kill();
    sender.join();
    return before;
  }

  private void sendUntilItEnds(Program program) {
    try {
      for (int day = 0; ; day++) {
        String body = "station,time,pollutant,value,unit,flag,averaging\n" + lines(SENDING, day);
        if (program.post("/api/v1/readings", "text/csv", body).status() != 202) {
          return;
        }
        acknowledged.add(day);
      }
    } catch (IOException gone) {
      return;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void assertChangedByteIsRefused(Path backup, Path restored) throws Exception {
    Path file = largestSegment(backup.resolve("log"));
    byte[] whole = Files.readAllBytes(file);
    byte[] changed = whole.clone();
    changed[changed.length / 2] ^= 1;
    Files.write(file, changed);
    Program.Ended ended = run("restore", "--from", backup, "--state", restored);
    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.said()).contains(backup.relativize(file).toString());
    assertThat(restored).doesNotExist();
    Files.write(file, whole);
  }

  private static Path largestSegment(Path log) throws IOException {
    try (Stream<Path> files = Files.walk(log)) {
      return files
          .filter(file -> file.toString().endsWith(".log"))
          .max(Comparator.comparingLong(file -> file.toFile().length()))
          .orElseThrow();
    }
  }

  private static void awaitRecords(Program program, Set<Integer> before) throws Exception {
    await("everything that was acknowledged before is there")
        .pollInterval(Duration.ofSeconds(1))
        .ignoreExceptions()
        .untilAsserted(
            () -> {
              assertThat(backlog(program)).isZero();
              assertThat(times(program, SENDING)).containsAll(moments(before));
              assertThat(times(program, LOADED)).hasSize(DAYS * 24);
            });
    assertThat(times(program, SENDING)).doesNotHaveDuplicates();
    assertThat(times(program, LOADED)).doesNotHaveDuplicates();
    assertThat(program.listAll("/api/v1/occurrences?species=Turdus%20hortulorum"))
        .extracting(bird -> bird.get("occurrenceID").asString())
        .doesNotHaveDuplicates()
        .hasSize(BIRDS);
    await("each finding is one alert")
        .untilAsserted(
            () -> assertThat(alerts(program)).doesNotHaveDuplicates().hasSize(FINDINGS + 1));
  }

  private static void assertWork(Program program, Seen seen) throws Exception {
    JsonNode alert = program.get(ALERT);
    assertThat(alert.get("state").asString()).isEqualTo("dispatched");
    assertThat(alert.get("history")).isEqualTo(seen.alert().get("history")).hasSize(3);
    assertThat(program.get("/api/v1/audit/check").get("intact").asBoolean()).isTrue();
    assertThat(program.getBytes("/api/v1/attachments/" + seen.attachment()))
        .isEqualTo(Photos.jpeg());
    await("the figures are what they were")
        .untilAsserted(
            () -> assertThat(program.get(DAILY + "&limit=1000")).isEqualTo(seen.figures()));
  }

  private static void assertEvidence(Program program, Seen seen) throws Exception {
    JsonNode head = program.get("/api/v1/chain/heads/" + seen.treeSize());
    assertThat(head.get("root").asString()).isEqualTo(seen.treeRoot());
    JsonNode check = program.post("/api/v1/retention/chain-check", "application/json", "").body();
    assertThat(check.get("firstFault").isNull()).as("%s", check).isTrue();
    assertThat(check.get("compared").asLong()).isGreaterThanOrEqualTo(seen.treeSize());
    byte[] evidence = program.getBytes(ALERT + "/evidence");
    JsonNode verdict =
        program.send("POST", "/api/v1/evidence/verify", "application/zip", evidence).body();
    assertThat(verdict.get("verdict").asString()).as("%s", verdict).isEqualTo("intact");
    long now =
        program.post("/api/v1/chain/heads", "application/json", "").body().get("size").asLong();
    JsonNode grown =
        program.get("/api/v1/chain/consistency?from=%d&to=%d".formatted(seen.treeSize(), now));
    assertThat(grown.get("fromRoot").asString()).isEqualTo(seen.treeRoot());
  }

  private static void assertTakesMore(Program program) throws Exception {
    String body = "station,time,pollutant,value,unit,flag,averaging\n" + lines(LOADED, DAYS);
    accept(program.post("/api/v1/readings", "text/csv", body), 24);
    await("a new day becomes a figure").until(() -> program.listAll(DAILY).size() > DAYS);
    accept(program.post("/api/v1/findings", "application/json", finding(FINDINGS)), 1);
    await("a new finding becomes an alert").until(() -> alerts(program).size() == FINDINGS + 2);
  }

  private static String lines(String station, int day) {
    return IntStream.range(0, 24)
        .mapToObj(
            hour ->
                "%s,%s,PM2.5,%d,µg/m³,N,PT1H\n"
                    .formatted(station, time(day, hour), 20 + (day + hour) % 30))
        .collect(Collectors.joining());
  }

  private static OffsetDateTime time(int day, int hour) {
    // Backwards, so that a sender that goes on for long stays in the past.
    return FIRST.minusDays(day).plusHours(hour);
  }

  private static Set<Instant> moments(Set<Integer> days) {
    return days.stream()
        .flatMap(day -> IntStream.range(0, 24).mapToObj(hour -> time(day, hour).toInstant()))
        .collect(Collectors.toSet());
  }

  private static String finding(int number) {
    return """
        {"findingID":"F-%d","conduct":"net","time":"%s",
         "position":{"type":"Point","coordinates":[%s,26.42]},
         "source":"patrol","description":"a net, number %d"}
        """
        .formatted(number, FIRST.plusDays(number), 111.50 + number * 0.01, number);
  }

  private static byte[] upload() throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.write(
        """
        --b\r
        Content-Disposition: form-data; name="finding"\r
        Content-Type: application/json\r
        \r
        {"findingID":"F-photo","conduct":"net","time":"2025-10-30T05:10:00+08:00",\
        "county":"431127","source":"patrol","description":"with a photo"}\r
        --b\r
        Content-Disposition: form-data; name="photo"; filename="net.jpg"\r
        Content-Type: image/jpeg\r
        \r
        """
            .getBytes(StandardCharsets.UTF_8));
    body.write(Photos.jpeg());
    body.write("\r\n--b--\r\n".getBytes(StandardCharsets.UTF_8));
    return body.toByteArray();
  }

  private static List<Instant> times(Program program, String station)
      throws IOException, InterruptedException {
    List<Instant> times = new ArrayList<>();
    program
        .listAll("/api/v1/readings?station=" + station)
        .forEach(
            reading -> times.add(OffsetDateTime.parse(reading.get("time").asString()).toInstant()));
    return times;
  }

  private static List<String> alerts(Program program) throws IOException, InterruptedException {
    return program.listAll("/api/v1/alerts?conduct=net").stream()
        .map(alert -> alert.get("id").asString())
        .toList();
  }

  private static long backlog(Program program) throws IOException, InterruptedException {
    return program.get("/actuator/health").at("/components/pipelines/details/backlog").asLong(-1);
  }

  private static Program.Ended run(Object... arguments) throws IOException, InterruptedException {
    return Program.run(List.of(arguments).stream().map(Object::toString).toArray(String[]::new));
  }
}
