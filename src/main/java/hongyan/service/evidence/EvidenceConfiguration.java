package hongyan.service.evidence;

import hongyan.pipelines.reference.ReferenceLog;
import hongyan.pipelines.series.SeriesStore;
import hongyan.service.attachments.AttachmentStore;
import hongyan.service.chain.Chain;
import hongyan.service.chain.LogRecords;
import hongyan.service.retention.TombstoneStore;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.thymeleaf.ITemplateEngine;

/** Plugs in what packages are gathered from. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EvidenceSettings.class)
class EvidenceConfiguration {

  @Bean
  Gathering gathering(
      Chain chain,
      LogRecords log,
      SeriesStore series,
      AttachmentStore attachments,
      ReferenceLog reference,
      ReviewStore reviews,
      TombstoneStore tombstones,
      Clock clock,
      EvidenceSettings settings) {
    return new Gathering(
        chain,
        log,
        new NamedRecords(series, reference::current),
        attachments,
        reference::current,
        reviews,
        tombstones,
        clock,
        settings.mostRecords());
  }

  @Bean
  PackageWriter packageWriter(Chain chain, ITemplateEngine templates) {
    return new PackageWriter(chain, new Summary(templates));
  }
}
