package hongyan.service.inspection;

import hongyan.geo.city.City;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sets the city's targets beside the stores. */
@Configuration(proxyBeanMethods = false)
class InspectionConfiguration {
  /**
   * The platform's own choice: a month before its deadline a target that is not met turns yellow.
   */
  private static final int YELLOW_DAYS = 30;

  private static final String FILE = "targets.json";

  @Bean
  Inspection inspection(City city, InspectionData data, Clock clock) throws IOException {
    try (InputStream in = city.resource(FILE)) {
      return new Inspection(
          new Jurisdiction(city.adcode(), city.name(), city.counties().list()),
          Targets.read(in, FILE),
          data,
          new Light.Rule(YELLOW_DAYS),
          clock);
    }
  }
}
