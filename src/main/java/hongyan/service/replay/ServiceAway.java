package hongyan.service.replay;

import java.net.URI;

/** Nobody answers at the address, or nobody took a body for as long as we are willing to wait. */
public final class ServiceAway extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ServiceAway(URI base, String why) {
    super("no service at %s: %s".formatted(base, why));
  }
}
