package hongyan.service.inspection;

import hongyan.pipelines.alerts.AlertKind;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the platform can compute.
 *
 * @param item item of Article 7 for {@link Kind#LEADS}, else 0
 */
record Metric(Kind kind, int item) {
  private static final Set<String> PASSING = Set.of("transport-reminder", "dust-reminder");
  private static final Pattern LEADS = Pattern.compile("leads-item-([1-8])");

  /** The arithmetic that a metric needs. */
  enum Kind {
    PM25_MEAN,
    GOOD_DAY_RATE,
    COUNTIES_AT_GRADE_II,
    WARNINGS,
    REMINDERS,
    TRANSPORT_DUST_REMINDERS,
    DAILY_REVIEWS,
    AIR_FORECASTS,
    LEADS
  }

  static Metric of(String code) {
    return find(code)
        .orElseThrow(() -> new IllegalArgumentException("no metric to compute: " + code));
  }

  static Optional<Metric> find(String code) {
    Matcher leads = LEADS.matcher(code);
    if (leads.matches()) {
      return Optional.of(new Metric(Kind.LEADS, Integer.parseInt(leads.group(1))));
    }
    for (Kind kind : Kind.values()) {
      if (kind != Kind.LEADS && Codes.of(kind).equals(code)) {
        return Optional.of(new Metric(kind, 0));
      }
    }
    return Optional.empty();
  }

  /** Returns whether it counts such alerts; of other metrics none. */
  boolean counts(AlertCount alerts) {
    boolean pollution = alerts.kind() == AlertKind.POLLUTION;
    return switch (kind) {
      case WARNINGS -> pollution && alerts.conduct().startsWith("warning-");
      case REMINDERS -> pollution && alerts.conduct().equals("reminder");
      case TRANSPORT_DUST_REMINDERS -> pollution && PASSING.contains(alerts.conduct());
      case LEADS -> alerts.kind() == AlertKind.VIOLATION && Objects.equals(alerts.item(), item);
      default -> false;
    };
  }

  /** Returns whether the figure or its target depends on which limits are in force. */
  boolean judgedByLimits() {
    return kind == Kind.PM25_MEAN || kind == Kind.COUNTIES_AT_GRADE_II;
  }

  /** Returns whether only a whole year can be judged. */
  boolean ofWholeYears() {
    return kind == Kind.COUNTIES_AT_GRADE_II;
  }
}
