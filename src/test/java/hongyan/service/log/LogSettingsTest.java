package hongyan.service.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class LogSettingsTest {

  @Test
  void takesPropertiesOfKafkaByTheirOwnNames() {
    var source =
        new MapConfigurationPropertySource(
            Map.of(
                "hongyan.log", "a:9092",
                "hongyan.kafka.security.protocol", "SASL_SSL",
                "hongyan.kafka.sasl.jaas.config", "a.Module required user=\"x\";",
                "hongyan.kafka.ssl.truststore.location", "/etc/trust.p12"));
    LogSettings settings = new Binder(source).bind("hongyan", LogSettings.class).get();
    assertThat(settings.kafka())
        .containsOnly(
            Map.entry("security.protocol", "SASL_SSL"),
            Map.entry("sasl.jaas.config", "a.Module required user=\"x\";"),
            Map.entry("ssl.truststore.location", "/etc/trust.p12"));
  }
}
