package hongyan.service.hj212;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hongyan.pipelines.air.Averaging;
import hongyan.pipelines.air.Pollutant;
import hongyan.pipelines.air.Reading;
import hongyan.pipelines.records.Topics;
import hongyan.service.doors.ArrivalClock;
import hongyan.service.doors.Door;
import hongyan.service.doors.MemoryLog;
import hongyan.service.doors.Stored;
import hongyan.service.doors.checks.TestPlaces;
import hongyan.service.doors.rejects.Reject;
import hongyan.service.log.LogUnavailable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class FrameDoorTest {
  private static final String STATION = "431103-01";

  private final MemoryLog log = new MemoryLog();
  private final Tally tally = new Tally();
  private final Map<String, Profile> profiles = new HashMap<>();
  private final List<String> answers = new ArrayList<>();
  private final Clock clock = Clock.fixed(Instant.parse("2026-11-22T07:05:00Z"), ZoneOffset.UTC);
  private final FrameDoor door =
      new FrameDoor(
          new Door("hj212", log, TestPlaces::new, new Stored(), clock, new ArrivalClock(clock)),
          mn -> Optional.ofNullable(profiles.get(mn)),
          tally,
          clock);

  FrameDoorTest() {
    profiles.put(Frames.MN, profile(Frames.MN, Checksum.STANDARD, null));
  }

  @Test
  void makesAReadingOfAnHourLabelledByItsEnd() {
    take(Frames.packet(Frames.HOUR));
    assertThat(readings())
        .singleElement()
        .satisfies(
            reading -> {
              assertThat(reading.station()).isEqualTo(STATION);
              assertThat(reading.pollutant()).isEqualTo(Pollutant.PM25);
              assertThat(reading.averaging()).isEqualTo(Averaging.PT1H);
              assertThat(reading.time()).isEqualTo(Instant.parse("2026-11-22T04:00:00Z"));
              assertThat(reading.value()).isEqualByComparingTo("38.0");
              assertThat(reading.receipt().door()).isEqualTo("hj212");
              assertThat(reading.receipt().raw()).startsWith("##").contains(Frames.HOUR);
            });
  }

  /** The answer of the standard's own form, computed for this frame (length and checksum too). */
  @Test
  void answersWithTheSameNumberOnceItIsOnTheLog() {
    take(
        Frames.packet(
            "QN=20261122140000123;ST=22;CN=2011;PW=123456;MN=010000A8900016F000169DC0;Flag=5;CP=&&DataTime=20261122140000;a34004-Rtd=38.0,a34004-Flag=N&&"));
    assertThat(answers)
        .containsExactly(
            "##0087QN=20261122140000123;ST=91;CN=9014;PW=123456;MN=010000A8900016F000169DC0;Flag=4;CP=&&&&2200\r\n");
  }

  @Test
  void answersNobodyWhenTheLogDoesNotTakeIt() {
    log.broken = true;
    assertThatThrownBy(() -> take(Frames.packet(Frames.HOUR))).isInstanceOf(LogUnavailable.class);
    assertThat(answers).isEmpty();
  }

  @Test
  void keepsWhatIsNoMeanOfAMinuteOrAnHourAsItCame() {
    take(
        Frames.packet(Frames.HOUR.replace("CN=2061", "CN=2011")),
        Frames.packet(Frames.HOUR.replace("CN=2061", "CN=2031")));
    assertThat(readings()).isEmpty();
    assertThat(log.values(Topics.FRAMES, KeptFrame.class))
        .extracting(KeptFrame::command)
        .containsExactly("2011", "2031");
    assertThat(answers).hasSize(2);
  }

  @Test
  void convertsByTheDevicesOwnUnits() {
    profiles.put(
        Frames.MN,
        new Profile(
            Frames.MN,
            STATION,
            "123456",
            Map.of(
                "a34004", new Profile.Factor(Pollutant.PM25, FactorUnit.NANOGRAMS),
                "a21026", new Profile.Factor(Pollutant.SO2, FactorUnit.MILLIGRAMS),
                "a21005", new Profile.Factor(Pollutant.CO, FactorUnit.MILLIGRAMS)),
            Averaging.PT1M,
            Checksum.STANDARD,
            null));
    take(
        Frames.packet(
            body(
                "2051",
                "DataTime=20261122110000;a34004-Avg=38000;a21026-Avg=0.007;a21005-Avg=0.7")));
    assertThat(readings())
        .extracting(
            reading ->
                reading.pollutant() + " " + reading.value().stripTrailingZeros().toPlainString())
        .containsExactlyInAnyOrder("PM25 38", "SO2 7", "CO 0.7");
    assertThat(readings())
        .allMatch(reading -> reading.time().equals(Instant.parse("2026-11-22T03:01:00Z")));
  }

  @Test
  void refusesWrongPasswordsUnknownDevicesAndCommandsByName() {
    take(
        Frames.packet(Frames.HOUR.replace("PW=123456", "PW=000000")),
        Frames.packet(Frames.HOUR.replace(Frames.MN, "NEIGHBOUR")),
        Frames.packet(Frames.HOUR.replace("CN=2061", "CN=3020")),
        Frames.packet("ST=22;CN=2061;CP=&&&&"));
    assertThat(rejects())
        .extracting(Reject::rule)
        .containsExactly(
            "wrong-password", "unknown-device", "unknown-command", "required-field-missing");
    assertThat(answers).isEmpty();
    assertThat(tally.of(Frames.MN).outcomes()).containsEntry("wrong-password", 1L);
  }

  @Test
  void refusesTimesThatAreNoneAndValuesThatAreNone() {
    take(
        Frames.packet(body("2061", "DataTime=00000101000000;a34004-Avg=38.0")),
        Frames.packet(body("2061", "DataTime=20261131110000;a34004-Avg=38.0")),
        Frames.packet(body("2061", "DataTime=20270101000000;a34004-Avg=38.0")),
        Frames.packet(
            body("2061", "DataTime=20261122110000;a34004-Avg=x;a34002-Avg=9999.99;a21026-Rtd=1")));
    assertThat(rejects())
        .extracting(reject -> reject.field() + " " + reject.rule())
        .containsExactly(
            "DataTime time-invalid",
            "DataTime time-invalid",
            "a34004 time-in-future",
            "a34004 not-a-number",
            "a34002-Avg transmission-sentinel",
            "a21026-Avg required-field-missing");
  }

  @Test
  void namesTheDialectOfADeviceWhoseChecksumsAreAllOfAnotherKind() {
    byte[] data = Frames.HOUR.getBytes(StandardCharsets.UTF_8);
    Packet dialect =
        new Packet(data, Checksum.MODBUS.of(data), Answers.frame(data, Checksum.MODBUS));
    take(dialect, dialect, dialect);
    assertThat(rejects()).hasSize(3).allMatch(reject -> reject.rule().equals("checksum-wrong"));
    assertThat(tally.of(Frames.MN).dialect()).isEqualTo(Checksum.MODBUS);
    profiles.put(Frames.MN, profile(Frames.MN, Checksum.MODBUS, null));
    take(dialect);
    assertThat(readings()).hasSize(1);
  }

  @Test
  void readsAnEncryptedBodyWhereAKeyIsConfigured() {
    String key = "30".repeat(16);
    profiles.put(Frames.MN, profile(Frames.MN, Checksum.STANDARD, key));
    byte[] plain = Frames.HOUR.getBytes(StandardCharsets.UTF_8);
    Frame frame = Frame.parse(plain).frame();
    byte[] cipher = Sm4.encrypt(frame.cp(), HexFormat.of().parseHex(key));
    byte[] data = plain.clone();
    System.arraycopy(cipher, 0, data, data.length - 2 - cipher.length, cipher.length);
    assertThat(data).isNotEqualTo(plain);
    take(new Packet(data, Checksum.STANDARD.of(plain), data));
    assertThat(readings()).hasSize(1);
  }

  /** GB/T 32907-2016, appendix A.1. */
  @Test
  void encryptsAsTheStandardOfSm4HasIt() {
    byte[] key = HexFormat.of().parseHex("0123456789abcdeffedcba9876543210");
    assertThat(HexFormat.of().formatHex(Sm4.encrypt(key, key)))
        .isEqualTo("681edf34d206965e86b3e94f536e4246");
  }

  @Test
  void readsPacketsThatRepeatTheirTimeEachByItself() {
    String part =
        "QN=2026112215000012%d;ST=22;CN=2061;PW=123456;MN=%s;Flag=7;PNUM=2;PNO=%d;CP=&&DataTime=20261122110000;%s&&";
    take(Frames.packet(part.formatted(1, Frames.MN, 1, "a34004-Avg=38.0")));
    take(Frames.packet(part.formatted(2, Frames.MN, 2, "a34002-Avg=61.0")));
    assertThat(readings())
        .extracting(Reading::pollutant)
        .containsExactly(Pollutant.PM25, Pollutant.PM10);
    assertThat(answers).hasSize(2);
  }

  @Test
  void judgesTheFramesThatOthersWroteByTheirChecksums() throws IOException {
    Path file =
        Path.of(Optional.ofNullable(System.getenv("HONGYAN_DATA")).orElse("../../shared/data"))
            .resolve("hj212/packets.txt");
    Assumptions.assumeTrue(Files.exists(file), "downloaded frames are not here");
    Map<String, Boolean> right = new HashMap<>();
    for (String each : Files.readAllLines(file).stream().skip(1).toList()) {
      String[] parts = each.split("\t");
      String frame = parts[1];
      String data = frame.substring(6, frame.length() - 4);
      assertThat(data.length()).as(parts[0]).isEqualTo(Integer.parseInt(frame.substring(2, 6)));
      int given = Integer.parseInt(frame.substring(frame.length() - 4), 16);
      right.put(parts[0], Checksum.STANDARD.of(data.getBytes(StandardCharsets.UTF_8)) == given);
    }
    assertThat(right)
        .isEqualTo(
            Map.of(
                "N1", true, "G1", true, "G2", false, "G3", false, "G5", true, "G6", true, "A1",
                true, "A2", true));
  }

  private static String body(String command, String cp) {
    return "QN=20261122150000123;ST=22;CN=%s;PW=123456;MN=%s;Flag=5;CP=&&%s&&"
        .formatted(command, Frames.MN, cp);
  }

  private static Profile profile(String mn, Checksum checksum, String key) {
    return new Profile(mn, STATION, "123456", FactorFile.read(), Averaging.PT1M, checksum, key);
  }

  private void take(Packet... packets) {
    door.take(
        List.of(packets).stream()
            .map(packet -> new FrameDoor.Arrival(packet, null, this::answer))
            .toList());
  }

  private void answer(byte[] frame) {
    answers.add(new String(frame, StandardCharsets.UTF_8));
  }

  private List<Reading> readings() {
    return log.values(Topics.READINGS, Reading.class);
  }

  private List<Reject> rejects() {
    return log.values(Topics.REJECTS, Reject.class);
  }
}
