package hongyan.geo.place;

import java.time.ZoneId;

/** The civil time of every daily, seasonal or legal rule. */
public final class CivilTime {
  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private CivilTime() {}
}
