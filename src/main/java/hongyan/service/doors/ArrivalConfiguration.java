package hongyan.service.doors;

import hongyan.service.log.LogAddress;
import hongyan.service.log.NewestOnLog;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sets the clock of arrivals by what is on the log. */
@Configuration(proxyBeanMethods = false)
class ArrivalConfiguration {
  private static final Logger LOGGER = LoggerFactory.getLogger(DoorsConfiguration.class);

  /** A million records may be given moments in one of the clock's. */
  private static final Duration RUN_AHEAD = Duration.ofSeconds(1);

  private static final Duration SUSPICIOUS = Duration.ofMinutes(1);

  @Bean
  ArrivalClock arrivalClock(Clock clock, LogAddress log) {
    Instant newest = NewestOnLog.find(log).map(at -> at.plus(RUN_AHEAD)).orElse(Instant.EPOCH);
    if (newest.isAfter(clock.instant().plus(SUSPICIOUS))) {
      LOGGER.warn(
          "the clock stands at {}, but there are records of {}: moments of arrival go on from there",
          clock.instant(),
          newest);
    }
    return new ArrivalClock(clock, newest);
  }
}
