package hongyan.service.log;

import hongyan.service.settings.HongyanSettings;
import hongyan.service.settings.StartStep;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Plugs in the log: the broker of this process, or the cluster that the settings name. */
@Configuration(proxyBeanMethods = false)
class LogConfiguration {

  /** Where the log is, once its topics exist. */
  @Bean
  LogAddress logAddress(HongyanSettings settings, ApplicationEventPublisher steps) {
    LogAddress address =
        settings.log() == null
            ? LogAddress.inProcess(EmbeddedBroker.start(settings.state().resolve("log")))
            : LogAddress.outside(settings.log());
    LogTopics.create(address.bootstrapServers());
    steps.publishEvent(new StartStep(this, "the log is open"));
    return address;
  }

  @Bean
  KafkaRecordLog recordLog(LogAddress address) {
    return new KafkaRecordLog(address.bootstrapServers());
  }
}
