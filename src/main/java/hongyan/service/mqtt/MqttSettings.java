package hongyan.service.mqtt;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings {@code hongyan.mqtt.*}. Without a host there is no such door.
 *
 * @param host of the broker
 * @param version {@code 3} for MQTT 3.1.1, {@code 5}
 * @param client the session's name: the broker keeps what comes for it while we are away
 * @param prefix topics are {@code PREFIX/readings}, {@code PREFIX/occurrences} and so on
 * @param tls whether the broker is spoken to over TLS
 */
@ConfigurationProperties("hongyan.mqtt")
public record MqttSettings(
    @Nullable String host,
    @DefaultValue("1883") int port,
    @DefaultValue("5") int version,
    @DefaultValue("hongyan") String client,
    @DefaultValue("hongyan") String prefix,
    @Nullable String user,
    @Nullable String password,
    @DefaultValue("false") boolean tls) {

  public MqttSettings {
    if (version != 3 && version != 5) {
      throw new IllegalArgumentException("hongyan.mqtt.version should be 3 or 5: " + version);
    }
  }
}
