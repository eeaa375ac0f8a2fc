package hongyan.service.hj212;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hongyan.pipelines.air.Averaging;
import hongyan.pipelines.air.Reading;
import hongyan.pipelines.records.Topics;
import hongyan.service.doors.ArrivalClock;
import hongyan.service.doors.Door;
import hongyan.service.doors.MemoryLog;
import hongyan.service.doors.Stored;
import hongyan.service.doors.checks.TestPlaces;
import hongyan.service.doors.rejects.Reject;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The door over real sockets on loopback. */
class Hj212ServerTest {
  private static final List<String> DEVICES =
      IntStream.rangeClosed(1, 60).mapToObj("SIM%06d"::formatted).toList();

  private final MemoryLog log = new MemoryLog();
  private final Clock clock = Clock.systemUTC();
  private final Hj212Server server =
      new Hj212Server(
          new Hj212Settings(
              true, "127.0.0.1", 0, 1024, Duration.ofHours(2), Duration.ofMillis(700), 200),
          new FrameDoor(
              new Door(
                  "hj212",
                  log,
                  () -> new TestPlaces(Set.copyOf(DEVICES)),
                  new Stored(),
                  clock,
                  new ArrivalClock(clock)),
              Hj212ServerTest::profile,
              new Tally(),
              clock),
          event -> {});

  @BeforeEach
  void start() {
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  /** Sent, answered and stored are the same number, through disconnects and what is sent again. */
  @Test
  void losesNothingThroughDisconnects() throws InterruptedException {
    Simulation.Plan plan =
        new Simulation.Plan(
            address(),
            "123456",
            Instant.now().minus(Duration.ofHours(1)).truncatedTo(ChronoUnit.MINUTES),
            20,
            Duration.ofMillis(50),
            0.05);
    Simulation.Counts counts = Simulation.run(DEVICES, plan, so -> {});
    assertThat(counts.disconnects.sum()).isPositive();
    assertThat(counts.answered.sum()).isEqualTo(60 * 20);
    assertThat(
            log.values(Topics.READINGS, Reading.class).stream().map(Reading::identity).distinct())
        .hasSize(60 * 20 * 6);
  }

  /** Half a frame, a frame a byte at a time, and silence do not hold others up. */
  @Test
  void answersOneWhileOthersAreSlowOrHalfOpen() throws IOException {
    List<Socket> slow = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      Socket half = open();
      half.getOutputStream().write("##1000QN=".getBytes(StandardCharsets.US_ASCII));
      slow.add(half);
    }
    try (Socket quick = open()) {
      quick.getOutputStream().write(frame());
      assertThat(answer(quick)).contains("CN=9014");
    }
    await("half frames are given up and kept")
        .until(() -> log.values(Topics.REJECTS, Reject.class).size() == 100);
    assertThat(log.values(Topics.REJECTS, Reject.class))
        .allMatch(reject -> reject.rule().equals("frame-incomplete"));
    for (Socket each : slow) {
      each.close();
    }
  }

  @Test
  void answersAgainAfterTheLogWasAway() throws IOException {
    log.broken = true;
    try (Socket device = open()) {
      device.getOutputStream().write(frame());
      device.setSoTimeout(500);
      assertThat(answer(device)).isEmpty();
      log.broken = false;
      device.getOutputStream().write(frame());
      device.setSoTimeout(5_000);
      assertThat(answer(device)).contains("CN=9014");
    }
  }

  private static Optional<Profile> profile(String mn) {
    return DEVICES.contains(mn)
        ? Optional.of(
            new Profile(
                mn, mn, "123456", FactorFile.read(), Averaging.PT1M, Checksum.STANDARD, null))
        : Optional.empty();
  }

  private static byte[] frame() {
    return Frames.of(
        "QN=20261122150000123;ST=22;CN=2051;PW=123456;MN=SIM000001;Flag=5;CP=&&DataTime=20261122110000;a34004-Avg=38.0&&");
  }

  private InetSocketAddress address() {
    return new InetSocketAddress("127.0.0.1", server.port());
  }

  private Socket open() throws IOException {
    Socket socket = new Socket();
    socket.connect(address(), 5_000);
    socket.setSoTimeout(5_000);
    return socket;
  }

  private static String answer(Socket socket) throws IOException {
    InputStream in = socket.getInputStream();
    byte[] bytes = new byte[1024];
    try {
      int read = in.read(bytes);
      return read < 0 ? "" : new String(bytes, 0, read, StandardCharsets.UTF_8);
    } catch (SocketTimeoutException silence) {
      return "";
    }
  }
}
