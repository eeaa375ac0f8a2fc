package hongyan.service.retention;

import hongyan.pipelines.series.SeriesStore;
import hongyan.service.alerts.AlertBook;
import hongyan.service.attachments.AttachmentStore;
import hongyan.service.log.LogAddress;
import hongyan.service.log.RecordLog;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Plugs in what is deleted from. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RetentionSettings.class)
class RetentionConfiguration {
  @Bean
  Retention retention(
      RetentionSettings settings,
      AttachmentStore attachments,
      SeriesStore series,
      LogAddress address,
      RecordLog log,
      TombstoneStore tombstones,
      AlertBook alerts,
      Clock clock) {
    return new Retention(
        settings,
        attachments,
        series,
        new LogRange(address),
        log,
        tombstones,
        finding -> alerts.isOpen("violation-" + finding),
        clock);
  }
}
