package hongyan.service.log;

import hongyan.pipelines.records.LogConnection;
import hongyan.service.settings.HongyanSettings;
import hongyan.service.settings.SettingFault;
import hongyan.service.settings.StartStep;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Plugs in the log: the broker of this process, or the cluster that the settings name. */
@Configuration(proxyBeanMethods = false)
class LogConfiguration {
  private static final String LOG = "hongyan.log";

  /** Where the log is, once its topics exist. */
  @Bean
  LogAddress logAddress(
      HongyanSettings settings, LogSettings client, ApplicationEventPublisher steps) {
    LogAddress address =
        settings.log() == null ? inProcess(settings, client) : outside(settings.log(), client);
    steps.publishEvent(new StartStep(this, "the log is open"));
    return address;
  }

  private static LogAddress inProcess(HongyanSettings settings, LogSettings client) {
    if (!client.kafka().isEmpty()) {
      throw new SettingFault(
          "hongyan.kafka.*", "set for a log in this process", LOG + ", or none of them");
    }
    LogAddress address =
        LogAddress.inProcess(EmbeddedBroker.start(settings.state().resolve("log")));
    try {
      new LogTopics("hongyan.state", address.connection()).open();
      return address;
    } catch (RuntimeException failure) {
      // Its threads are no daemons: left open, they would keep a failed start alive.
      address.close();
      throw failure;
    }
  }

  private static LogAddress outside(String log, LogSettings client) {
    LogAddress address = LogAddress.outside(new LogConnection(log, client.kafka()));
    new LogTopics(LOG, address.connection()).open();
    return address;
  }

  @Bean
  KafkaRecordLog recordLog(LogAddress address) {
    return new KafkaRecordLog(address.connection());
  }
}
