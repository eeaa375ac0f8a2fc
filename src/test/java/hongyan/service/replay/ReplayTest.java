package hongyan.service.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ReplayTest {
  private static final String READINGS =
      """
      station,time,pollutant,value,unit,flag,averaging
      A,2024-10-22T09:00:00+08:00,PM2.5,35,µg/m³,N,PT1H
      A,2024-10-22T10:00:00+08:00,PM2.5,36,µg/m³,N,PT1H
      """;
  private static final String FEED =
      """
      timepoint,stationcode,longitude,latitude,area,positionname,pm10,pm2_5,o3,o3_24h,no2,so2,co
      2022-05-01T06:00:00,9001A,111.5,26.25,永州市,某处,66,24,114,44,13,15,0.9
      """;

  @TempDir Path folder;
  private FakeService service;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final List<Duration> pauses = new ArrayList<>();

  @BeforeEach
  void start() throws IOException {
    service = FakeService.start();
  }

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void sendsAPackedFileToldByItsContentAndAccountsForIt() throws IOException {
    try (OutputStream packed =
        new GZIPOutputStream(Files.newOutputStream(folder.resolve("x.dat")))) {
      packed.write(READINGS.getBytes(StandardCharsets.UTF_8));
    }

    assertThat(replay(folder.toString())).isZero();

    assertThat(service.bodies).containsExactly("/api/v1/readings text/csv " + READINGS);
    assertThat(account()).contains("records in              2", "accepted                2");
  }

  @Test
  void goesOnAfterAFileThatIsNoKnownFormatAndExitsWithOne() throws IOException {
    Files.writeString(folder.resolve("a.csv"), "a;b\n");
    Files.writeString(folder.resolve("b.csv"), READINGS);

    assertThat(replay(folder.toString())).isOne();

    assertThat(account())
        .contains("accepted                2")
        .contains("1  files of no format that replay knows");
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("a.csv: no format that replay knows; it looks like text that begins with: a;b")
        .contains("b.csv: readings, long table");
  }

  @Test
  void reportsRejectedRecordsByRuleAndBodiesRefusedAsAWhole() throws IOException {
    Files.writeString(folder.resolve("a.csv"), READINGS);
    Files.writeString(folder.resolve("b.json"), "[{\"conduct\":\"net\"}]");
    service.answer(
        202,
        """
        {"accepted":0,"duplicates":1,"rejected":1,"errors":[{"line":2,"field":"station",\
        "value":"A","rule":"UNKNOWN_STATION","message":"no such station"}]}""");
    service.answer(400, "{\"title\":\"Bad Request\",\"detail\":\"not JSON\"}");

    assertThat(replay(folder.toString())).isOne();

    assertThat(account())
        .contains("duplicates              1")
        .contains("1  UNKNOWN_STATION, for example station=A: no such station")
        .contains("in bodies refused as a whole 1")
        .contains("body to /findings: 400 not JSON");
  }

  @Test
  void waitsAsLongAsABusyServiceAsksAndSendsAgain() throws IOException {
    Path file = Files.writeString(folder.resolve("a.csv"), READINGS);
    service.busyOnce("7");

    assertThat(replay(file.toString())).isZero();

    assertThat(pauses).containsExactly(Duration.ofSeconds(7));
    assertThat(service.bodies).hasSize(2);
  }

  @Test
  void givesUpOnAServiceThatStaysBusy() throws IOException {
    Path file = Files.writeString(folder.resolve("a.csv"), READINGS);
    for (int i = 0; i < 20; i++) {
      service.busyOnce("3600");
    }

    assertThat(replay(file.toString())).isOne();

    assertThat(pauses).hasSize(10).containsOnly(Duration.ofSeconds(30));
    assertThat(account()).contains("it keeps answering 503");
  }

  @Test
  void registersAStationThatTheServiceDoesNotKnowBeforeItsReadings() throws IOException {
    Path file = Files.writeString(folder.resolve("a.csv"), FEED);

    assertThat(replay("--register-stations", file.toString())).isZero();

    assertThat(service.bodies).hasSize(2);
    assertThat(service.bodies.get(0))
        .isEqualTo(
            "/api/v1/stations/9001A application/json {\"id\":\"9001A\",\"name\":\"永州市某处\","
                + "\"kind\":\"air\",\"position\":{\"type\":\"Point\",\"coordinates\":[111.5,26.25]}}");
    assertThat(account()).contains("stations registered 1");
  }

  @Test
  void leavesAKnownStationAlone() throws IOException {
    Path file = Files.writeString(folder.resolve("a.csv"), FEED);
    service.know("9001A");

    assertThat(replay("--register-stations", file.toString())).isZero();

    assertThat(service.bodies).hasSize(1);
  }

  @Test
  void holdsALaterBodyBackAtTheSpeedAskedFor() throws IOException {
    Files.writeString(folder.resolve("a.csv"), READINGS);
    Files.writeString(folder.resolve("b.csv"), READINGS.replace("2024-10-22", "2024-10-23"));

    assertThat(replay("--speed", "24", folder.toString())).isZero();

    assertThat(pauses).hasSize(1);
    assertThat(pauses.get(0)).isBetween(Duration.ofMinutes(58), Duration.ofMinutes(60));
  }

  @Test
  void exitsWithTwoWhenCalledWrongly() {
    assertThat(replay()).isEqualTo(2);
    assertThat(replay(folder.resolve("missing").toString())).isEqualTo(2);
    assertThat(replay("--to", "localhost:8080", folder.toString())).isEqualTo(2);
    assertThat(replay("--speed", "-1", folder.toString())).isEqualTo(2);
  }

  @Test
  void saysSoWhenNobodyAnswers() throws IOException {
    Path file = Files.writeString(folder.resolve("a.csv"), READINGS);
    service.close();

    assertThat(replay(file.toString())).isOne();

    assertThat(account()).contains("no service at " + service.base());
    assertThat(pauses).isEmpty();
  }

  private int replay(String... arguments) {
    PrintStream told = new PrintStream(err, true, StandardCharsets.UTF_8);
    PrintStream to = new PrintStream(out, true, StandardCharsets.UTF_8);
    List<String> all = new ArrayList<>(List.of(arguments));
    if (!all.contains("--to")) {
      all.addAll(0, List.of("--to", service.base().toString()));
    }
    return new CommandLine(new Replay(to, told, pauses::add))
        .setErr(new PrintWriter(told))
        .execute(all.toArray(String[]::new));
  }

  private String account() {
    return out.toString(StandardCharsets.UTF_8);
  }
}
