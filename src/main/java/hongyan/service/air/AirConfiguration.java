package hongyan.service.air;

import hongyan.geo.city.City;
import hongyan.pipelines.air.assessment.Standards;
import hongyan.pipelines.reference.ReferenceLog;
import hongyan.pipelines.rules.PollutionWarning;
import hongyan.pipelines.series.SeriesStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reads the standards at start, so that a service with a broken table does not start. */
@Configuration(proxyBeanMethods = false)
class AirConfiguration {

  /**
   * The warning ladders are used in the job only, where a broken table would come to light late.
   */
  @Bean
  Standards standards() {
    PollutionWarning.load();
    return Standards.load();
  }

  @Bean
  Assessments assessments(
      Standards standards, City city, SeriesStore series, ReferenceLog reference) {
    return new Assessments(standards, city, series, reference::current);
  }
}
