package hongyan.service.handling;

import hongyan.pipelines.alerts.Alert;
import java.time.Instant;
import java.util.Locale;

/** Sets the clock of an alert: by when it has to leave its state, and when it goes up. Pure. */
public record Clocks(Deadlines deadlines, Routing routing) {

  /**
   * Returns when the alert is due. Nothing is due of one that a permit covers, that its records no
   * longer support before anybody took it up, or that another stands for.
   */
  public Due due(Alert alert, String state, Instant since, int level, boolean merged) {
    String kind = alert.kind().name().toLowerCase(Locale.ROOT);
    String grade = alert.grade().name().toLowerCase(Locale.ROOT);
    boolean fallen = !alert.supported() && state.equals("new");
    if (alert.authorised() || merged || fallen) {
      return nothing();
    }
    boolean above = level < routing.listFor(alert.department(), alert.county()).size() - 1;
    return deadlines
        .find(kind, grade, state)
        .map(
            line ->
                new Due(
                    since.plus(line.untilYellow()),
                    since.plus(line.untilRed()),
                    above ? since.plus(line.untilLevel(level)) : null,
                    deadlines.version()))
        .orElseGet(this::nothing);
  }

  private Due nothing() {
    return new Due(null, null, null, deadlines.version());
  }
}
