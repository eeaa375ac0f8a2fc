package hongyan.service.alerts;

import hongyan.geo.law.Article7;
import hongyan.geo.law.Conduct;
import hongyan.geo.place.Position;
import hongyan.pipelines.alerts.Alert;
import hongyan.service.handling.Clocks;
import hongyan.service.handling.Office;
import hongyan.service.handling.Standing;
import hongyan.service.patrol.PatrolLayer;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes of a stored alert what the API shows. */
@Component
class AlertViews {
  private final AlertStore store;
  private final Clocks clocks;
  private final Article7 law;
  private final PatrolLayer patrol;
  private final Clock clock;

  AlertViews(AlertStore store, Clocks clocks, Article7 law, PatrolLayer patrol, Clock clock) {
    this.store = store;
    this.clocks = clocks;
    this.law = law;
    this.patrol = patrol;
    this.clock = clock;
  }

  /** Returns the alert as a list shows it. */
  AlertView inList(StoredAlert stored, Locale locale) {
    return AlertView.of(
        stored,
        null,
        legal(stored, locale),
        patrol(stored),
        handling(stored, null, locale),
        locale);
  }

  /** Returns the alert as its own page shows it. */
  AlertView onItsPage(StoredAlert stored, Locale locale) {
    String id = stored.alert().id();
    Handling handling = handling(stored, store.listMerged(id), locale);
    return AlertView.of(
        stored, store.listHistory(id), legal(stored, locale), patrol(stored), handling, locale);
  }

  private @Nullable LegalView legal(StoredAlert stored, Locale locale) {
    return LegalView.of(stored.alert(), law, locale);
  }

  private @Nullable NearPatrol patrol(StoredAlert stored) {
    Position position = stored.alert().position();
    return position == null ? null : patrol.findNearest(position).map(NearPatrol::of).orElse(null);
  }

  private Handling handling(StoredAlert stored, @Nullable List<String> merged, Locale locale) {
    Alert alert = stored.alert();
    Standing standing = stored.standing();
    List<Office> offices = clocks.routing().listFor(alert.department(), alert.county());
    return new Handling(
        offices.get(Math.min(standing.level(), offices.size() - 1)),
        beside(alert),
        standing.deadline(),
        standing.light(clock.instant()),
        standing.level(),
        standing.escalations(),
        alert.authorised() || !alert.supported() || standing.mergedInto() != null,
        standing.mergedInto(),
        merged,
        contradiction(stored, locale));
  }

  private List<Office> beside(Alert alert) {
    return law.findConduct(alert.conduct()).map(Conduct::beside).orElse(List.of()).stream()
        .map(department -> clocks.routing().first(department.code(), alert.county()))
        .toList();
  }

  private static @Nullable String contradiction(StoredAlert stored, Locale locale) {
    AlertState state = stored.state();
    if (stored.alert().supported() || state == AlertState.NEW || state == AlertState.DISMISSED) {
      return null;
    }
    boolean english = locale.getLanguage().equals("en");
    boolean confirmed = state == AlertState.CONFIRMED || state == AlertState.CLOSED;
    if (confirmed) {
      return english
          ? "people decided on this, and its records have since been corrected so that they no longer support it: review it"
          : "本预警经人工处理后，其依据的记录已被更正，不再支持：请复核";
    }
    return english ? "its records have been corrected and no longer support it" : "其依据的记录已被更正，不再支持";
  }
}
