package hongyan.service.inspection;

import hongyan.geo.city.City;
import hongyan.pipelines.reference.ReferenceLog;
import hongyan.service.problems.Light;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sets the city's targets beside the stores. */
@Configuration(proxyBeanMethods = false)
class InspectionConfiguration {
  private static final String FILE = "targets.json";

  @Bean
  Jurisdiction jurisdiction(City city) {
    return new Jurisdiction(city.adcode(), city.name(), city.counties().list());
  }

  @Bean
  Inspection inspection(
      City city,
      Jurisdiction jurisdiction,
      InspectionData data,
      Light.Rule targetLights,
      Clock clock)
      throws IOException {
    try (InputStream in = city.resource(FILE)) {
      return new Inspection(jurisdiction, Targets.read(in, FILE), data, targetLights, clock);
    }
  }

  @Bean
  TargetEvidence targetEvidence(Inspection inspection, ReferenceLog reference) {
    return new TargetEvidence(inspection, reference::current);
  }

  @Bean
  Reporting reporting(
      Inspection inspection, Jurisdiction jurisdiction, InspectionData data, Clock clock) {
    return new Reporting(inspection, jurisdiction, data, clock);
  }
}
