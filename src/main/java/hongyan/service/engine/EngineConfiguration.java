package hongyan.service.engine;

import hongyan.pipelines.series.SeriesAddress;
import hongyan.service.log.LogAddress;
import hongyan.service.settings.HongyanSettings;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Plugs in the engine: the mini cluster of this process, or the cluster that the settings name. */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

  @Bean
  Engine engine(
      EngineSettings engine,
      HongyanSettings settings,
      LogAddress log,
      SeriesAddress series,
      Backlog backlog,
      ApplicationEventPublisher steps) {
    return engine.flink() == null
        ? new EngineInProcess(settings, log, series, backlog, steps)
        : new EngineOnCluster(engine.flink(), steps);
  }

  @Bean("pipelines")
  PipelinesHealth pipelinesHealth(Engine engine, Backlog backlog, Clock clock) {
    return new PipelinesHealth(engine, backlog, clock);
  }
}
