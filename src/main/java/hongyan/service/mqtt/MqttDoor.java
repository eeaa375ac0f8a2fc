package hongyan.service.mqtt;

import static java.util.concurrent.TimeUnit.SECONDS;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttClientBuilder;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3AsyncClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import hongyan.service.doors.MessageDoor;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * A client of the broker that sensors publish to, with a session that outlives it: what comes while
 * this service is away waits there. QoS 1; a message is acknowledged once it is on the log.
 */
@Component
@ConditionalOnProperty("hongyan.mqtt.host")
class MqttDoor implements SmartLifecycle {
  private static final Logger LOGGER = LoggerFactory.getLogger(MqttDoor.class);
  private static final String NAME = "mqtt";
  private static final int AT_ONCE = 100;
  private static final int PATIENCE_SECONDS = 10;

  private final MqttSettings settings;
  private final MessageDoor door;
  private @Nullable Delivery delivery;
  private @Nullable ExecutorService thread;
  private @Nullable Supplier<CompletableFuture<Void>> disconnect;

  MqttDoor(MqttSettings settings, MessageDoor door) {
    this.settings = settings;
    this.door = door.named(NAME);
  }

  @Override
  public void start() {
    Delivery taking = new Delivery(door, settings.prefix());
    ExecutorService one = Executors.newSingleThreadExecutor(work -> new Thread(work, "mqtt-door"));
    delivery = taking;
    thread = one;
    if (settings.version() == 5) {
      startFive(taking, one);
    } else {
      startThree(taking, one);
    }
  }

  private MqttClientBuilder builder() {
    MqttClientBuilder builder =
        MqttClient.builder()
            .identifier(settings.client())
            .serverHost(Objects.requireNonNull(settings.host()))
            .serverPort(settings.port())
            .automaticReconnectWithDefaultConfig()
            .addConnectedListener(connected -> LOGGER.info("connected with the MQTT broker"))
            .addDisconnectedListener(
                lost -> LOGGER.warn("no MQTT broker: {}", lost.getCause().getMessage()));
    return settings.tls() ? builder.sslWithDefaultConfig() : builder;
  }

  private void startFive(Delivery taking, ExecutorService one) {
    Mqtt5AsyncClient client = builder().useMqttVersion5().buildAsync();
    // Before it connects: a broker that kept a session sends at once.
    client.publishes(
        MqttGlobalPublishFilter.ALL,
        publish ->
            taking.take(
                publish.getTopic().toString(), publish.getPayloadAsBytes(), publish::acknowledge),
        one,
        true);
    var connect =
        client
            .connectWith()
            .cleanStart(false)
            .noSessionExpiry()
            .restrictions()
            .receiveMaximum(AT_ONCE)
            .applyRestrictions();
    String user = settings.user();
    if (user != null) {
      connect.simpleAuth().username(user).password(password()).applySimpleAuth();
    }
    connect.send();
    for (String kind : door.kinds()) {
      client.subscribeWith().topicFilter(topic(kind)).qos(MqttQos.AT_LEAST_ONCE).send();
    }
    disconnect = client::disconnect;
  }

  private void startThree(Delivery taking, ExecutorService one) {
    Mqtt3AsyncClient client = builder().useMqttVersion3().buildAsync();
    client.publishes(
        MqttGlobalPublishFilter.ALL,
        publish ->
            taking.take(
                publish.getTopic().toString(), publish.getPayloadAsBytes(), publish::acknowledge),
        one,
        true);
    var connect = client.connectWith().cleanSession(false);
    String user = settings.user();
    if (user != null) {
      connect.simpleAuth().username(user).password(password()).applySimpleAuth();
    }
    connect.send();
    for (String kind : door.kinds()) {
      client.subscribeWith().topicFilter(topic(kind)).qos(MqttQos.AT_LEAST_ONCE).send();
    }
    disconnect = client::disconnect;
  }

  private String topic(String kind) {
    return settings.prefix() + "/" + kind;
  }

  private byte[] password() {
    String password = settings.password();
    return (password == null ? "" : password).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void stop() {
    if (delivery != null && thread != null && disconnect != null) {
      delivery.stop();
      try {
        // The thread last: the client still hands it what comes until it is disconnected.
        disconnect.get().exceptionally(notConnected -> null).get(PATIENCE_SECONDS, SECONDS);
        thread.shutdown();
        thread.awaitTermination(PATIENCE_SECONDS, SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (ExecutionException | TimeoutException e) {
        LOGGER.warn("the MQTT broker does not let go", e);
      } finally {
        thread.shutdown();
        delivery = null;
      }
    }
  }

  @Override
  public boolean isRunning() {
    return delivery != null;
  }
}
