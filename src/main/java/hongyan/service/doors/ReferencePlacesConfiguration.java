package hongyan.service.doors;

import hongyan.geo.city.City;
import hongyan.pipelines.reference.ReferenceLog;
import hongyan.service.doors.checks.KnownPlaces;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lets the doors see the reference log. */
@Configuration(proxyBeanMethods = false)
class ReferencePlacesConfiguration {

  @Bean
  Supplier<KnownPlaces> knownPlaces(ReferenceLog reference, City city) {
    return () -> ReferencePlaces.now(reference, city.counties());
  }
}
