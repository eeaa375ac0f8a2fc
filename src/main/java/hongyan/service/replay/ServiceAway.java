package hongyan.service.replay;

import java.net.URI;

/**
 * Nobody answers at the address, nobody took a body for as long as we are willing to wait, or we
 * are not let in.
 */
public final class ServiceAway extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ServiceAway(URI base, String why) {
    this("no service at %s: %s".formatted(base, why));
  }

  private ServiceAway(String message) {
    super(message);
  }

  static ServiceAway notLetIn(URI base, int status) {
    return new ServiceAway(
        status == 401
            ? "%s does not know us (401): give a token that holds by --token, by HONGYAN_TOKEN, or"
                    .formatted(base)
                + " by --state, the service's state folder with its file admin-token"
            : "%s knows us, but the token may not do this (403): it needs the role device"
                .formatted(base));
  }
}
