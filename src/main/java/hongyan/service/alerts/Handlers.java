package hongyan.service.alerts;

import hongyan.pipelines.alerts.Alert;
import hongyan.service.accounts.Permissions;
import hongyan.service.accounts.Person;
import hongyan.service.accounts.WhoAsks;
import hongyan.service.errors.Forbidden;
import java.util.Locale;
import java.util.NoSuchElementException;
import org.springframework.stereotype.Component;

/**
 * Who may handle an alert: whoever the table of permissions lets move alerts of its kind on, for
 * the counties that they work for.
 */
@Component
public class Handlers {
  private final AlertStore store;
  private final WhoAsks whoAsks;
  private final Permissions permissions;

  Handlers(AlertStore store, WhoAsks whoAsks, Permissions permissions) {
    this.store = store;
    this.whoAsks = whoAsks;
    this.permissions = permissions;
  }

  /**
   * Returns who asks, or throws {@link Forbidden} where they may not handle that alert; one that
   * they do not see is not there.
   */
  public Person get(String alertId) {
    Person who = whoAsks.get();
    Alert alert =
        store
            .find(who.scope(), alertId)
            .orElseThrow(() -> new NoSuchElementException("no alert " + alertId))
            .alert();
    permissions.require(who, "move-alert/" + alert.kind().name().toLowerCase(Locale.ROOT));
    return who;
  }
}
