package hongyan.service.hj212;

import hongyan.service.doors.Door;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The parts of the door for HJ 212. */
@Configuration(proxyBeanMethods = false)
class Hj212Configuration {
  /** What receipts and rejects call this door. */
  private static final String NAME = "hj212";

  @Bean
  FrameDoor frameDoor(Door door, ProfileStore profiles, Tally tally, Clock clock) {
    return new FrameDoor(door.named(NAME), profiles::find, tally, clock);
  }

  @Bean
  Tally tally() {
    return new Tally();
  }
}
