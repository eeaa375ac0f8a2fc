package hongyan.service.health;

import org.springframework.boot.health.contributor.Status;

/** The state between up and down: records are taken and kept, but something waits or is missing. */
public final class Degraded {
  public static final Status STATUS = new Status("DEGRADED");

  private Degraded() {}
}
