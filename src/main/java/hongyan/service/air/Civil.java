package hongyan.service.air;

import java.time.ZoneId;

/** The civil time of every daily rule. */
final class Civil {
  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private Civil() {}
}
