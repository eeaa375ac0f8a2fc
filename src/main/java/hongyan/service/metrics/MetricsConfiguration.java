package hongyan.service.metrics;

import hongyan.service.log.KafkaRecordLog;
import hongyan.service.log.RecordLog;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** Puts the counting between those who write to the log and the log. */
@Configuration(proxyBeanMethods = false)
class MetricsConfiguration {

  @Bean
  @Primary
  RecordLog meteredLog(KafkaRecordLog log, MeterRegistry meters) {
    return new MeteredLog(log, meters);
  }
}
