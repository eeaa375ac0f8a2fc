package hongyan.service.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import hongyan.pipelines.air.Reading;
import hongyan.pipelines.records.Topics;
import hongyan.service.doors.MemoryLog;
import hongyan.service.doors.TestMessages;
import hongyan.service.doors.rejects.Reject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a real broker, where one is installed. */
class MqttDoorTest {
  private final MemoryLog log = new MemoryLog();
  private Mosquitto broker;
  private Mqtt5BlockingClient sensor;

  @BeforeEach
  void start() throws IOException {
    Optional<Path> program = Mosquitto.find();
    Assumptions.assumeTrue(program.isPresent(), "mosquitto is not installed");
    broker = Mosquitto.start(program.orElseThrow());
    sensor =
        MqttClient.builder()
            .useMqttVersion5()
            .identifier("sensor")
            .serverHost("127.0.0.1")
            .serverPort(broker.port())
            .buildBlocking();
    sensor.connect();
  }

  @AfterEach
  void stop() {
    if (broker != null) {
      sensor.disconnect();
      broker.close();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 5})
  void takesWhatCameWhileItWasAwayAndWhatTheLogDidNotTakeAtFirst(int version) {
    MqttDoor door = open(version);
    await("the subscription stands").until(() -> arrives("01"));
    door.stop();
    publish("readings", reading("02"));
    log.broken = true;
    door = open(version);
    publish("readings", reading("03"));
    await().during(Duration.ofSeconds(1)).until(() -> stored("02") + stored("03") == 0);
    log.broken = false;
    await("what waited is taken")
        .untilAsserted(
            () -> {
              assertThat(stored("02")).isPositive();
              assertThat(stored("03")).isPositive();
            });
    door.stop();
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 5})
  void keepsWhatIsNoRecordAsARejectAndGoesOn(int version) {
    MqttDoor door = open(version);
    await("the subscription stands").until(() -> arrives("01"));
    publish("readings", "{broken");
    publish("readings", reading("04"));
    await().until(() -> stored("04") == 1);
    assertThat(log.values(Topics.REJECTS, Reject.class))
        .singleElement()
        .satisfies(
            reject -> {
              assertThat(reject.door()).isEqualTo("mqtt");
              assertThat(reject.rule()).isEqualTo("broken-json");
            });
    door.stop();
  }

  private MqttDoor open(int version) {
    MqttDoor door =
        new MqttDoor(
            new MqttSettings(
                "127.0.0.1", broker.port(), version, "hongyan-test", "hongyan", null, null, false),
            TestMessages.door(log));
    door.start();
    return door;
  }

  private boolean arrives(String hour) {
    publish("readings", reading(hour));
    return stored(hour) > 0;
  }

  private void publish(String kind, String message) {
    sensor
        .publishWith()
        .topic("hongyan/" + kind)
        .qos(MqttQos.AT_LEAST_ONCE)
        .payload(message.getBytes(StandardCharsets.UTF_8))
        .send();
  }

  private long stored(String hour) {
    return log.values(Topics.READINGS, Reading.class).stream()
        .filter(reading -> reading.receipt().raw().equals(reading(hour)))
        .map(Reading::identity)
        .distinct()
        .count();
  }

  private static String reading(String hour) {
    return """
        {"station":"2477A","time":"2024-10-22T%s:00:00+08:00","pollutant":"PM2.5","value":35,"unit":"ug/m3"}"""
        .formatted(hour);
  }
}
