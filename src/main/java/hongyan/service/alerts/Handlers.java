package hongyan.service.alerts;

import hongyan.pipelines.alerts.Alert;
import hongyan.pipelines.alerts.AlertKind;
import hongyan.service.accounts.Person;
import hongyan.service.accounts.Role;
import hongyan.service.errors.Forbidden;

/**
 * Who may handle an alert: the environment bureau what is about the air, the forestry bureau the
 * rest, administrators all of it; inspectors read and change nothing.
 */
public final class Handlers {

  private Handlers() {}

  /** Throws {@link Forbidden} unless {@code who} may handle the alert. */
  public static void check(Person who, Alert alert) {
    Role role = alert.kind() == AlertKind.POLLUTION ? Role.ENVIRONMENT : Role.FORESTRY;
    if (!who.has(role) && !who.has(Role.ADMINISTRATOR)) {
      throw new Forbidden("handling alert %s takes the role %s".formatted(alert.id(), role.code()));
    }
    if (!who.sees(alert.county())) {
      throw new Forbidden("alert %s belongs to another county".formatted(alert.id()));
    }
  }
}
