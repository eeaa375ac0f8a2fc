package hongyan.service.chain;

import hongyan.pipelines.records.Topics;
import hongyan.service.log.LogAddress;
import hongyan.service.settings.HongyanSettings;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the chain in the state folder and lets it follow the log. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ChainSettings.class)
class ChainConfiguration {

  /** Everything that comes from outside; what the platform makes of it follows from that. */
  private static final List<String> TOPICS =
      List.of(
          Topics.READINGS,
          Topics.OCCURRENCES,
          Topics.FINDINGS,
          Topics.CASUALTIES,
          Topics.FORECASTS,
          Topics.DEVICE_STATUS,
          Topics.DECISIONS,
          Topics.FRAMES,
          Topics.REJECTS,
          Topics.DELETIONS);

  @Bean
  ChainFile chainFile(HongyanSettings settings) {
    return ChainFile.open(settings.state().resolve("chain.db"));
  }

  @Bean
  Chain chain(ChainFile file, HongyanSettings settings, ChainSettings chain, Clock clock) {
    String name = chain.name() == null ? "hongyan/" + settings.city() : chain.name();
    return new Chain(file, ChainKey.open(settings.state().resolve("chain-key.pem"), name), clock);
  }

  @Bean
  ChainFollower chainFollower(LogAddress address, ChainFile file) {
    return new ChainFollower(address, TOPICS, file);
  }

  @Bean
  LogRecords logRecords(LogAddress address) {
    return new LogRecords(address);
  }

  @Bean
  ChainCheck chainCheck(ChainFile file, LogRecords log) {
    return new ChainCheck(file, log);
  }
}
