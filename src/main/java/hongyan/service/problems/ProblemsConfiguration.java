package hongyan.service.problems;

import hongyan.geo.city.City;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the city's campaigns and the rule of the lights. */
@Configuration(proxyBeanMethods = false)
class ProblemsConfiguration {
  private static final String FILE = "campaigns.json";

  @Bean
  Campaigns campaigns(City city, JdbcClient jdbc) throws IOException {
    try (InputStream in = city.resource(FILE)) {
      return new Campaigns(in, FILE, jdbc);
    }
  }

  @Bean
  LightRules lightRules() {
    return LightRules.load();
  }

  @Bean
  Light.Rule problemLights(LightRules rules) {
    return rules.problems();
  }

  @Bean
  Light.Rule targetLights(LightRules rules) {
    return rules.targets();
  }
}
