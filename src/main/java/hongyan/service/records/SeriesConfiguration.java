package hongyan.service.records;

import hongyan.pipelines.series.SeriesAddress;
import hongyan.pipelines.series.SeriesStore;
import hongyan.service.settings.HongyanSettings;
import hongyan.service.settings.SeriesSettings;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the series store, which the pipelines of this process write. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SeriesSettings.class)
class SeriesConfiguration {

  @Bean
  SeriesAddress seriesAddress(SeriesSettings series, HongyanSettings settings) {
    return series.address(settings.state());
  }

  @Bean
  SeriesStore seriesStore(SeriesAddress address) {
    return SeriesStore.open(address);
  }
}
