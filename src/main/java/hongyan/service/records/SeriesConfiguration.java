package hongyan.service.records;

import hongyan.pipelines.series.SeriesStore;
import hongyan.service.settings.HongyanSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the series store, which the pipelines of this process write. */
@Configuration(proxyBeanMethods = false)
class SeriesConfiguration {

  @Bean
  SeriesStore seriesStore(HongyanSettings settings) {
    return SeriesStore.open(settings.series());
  }
}
