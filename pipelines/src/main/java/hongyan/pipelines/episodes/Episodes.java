package hongyan.pipelines.episodes;

import hongyan.geo.law.Grade;
import hongyan.pipelines.alerts.Alert;
import hongyan.pipelines.alerts.Ground;
import hongyan.pipelines.alerts.Lead;
import hongyan.pipelines.alerts.Reconciliation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Joins leads into alerts: one for all leads that happened near each other in place and time and
 * are about the same sort of conduct, in one county (whose alert it is), all with or all without
 * leave.
 *
 * <p>Which leads make one alert depends on the set of leads alone, whatever order they came in:
 *
 * <ol>
 *   <li>A lead that is too weak alone counts when enough others of its conduct lie around it.
 *   <li>Leads that count are linked when neither the time nor the distance between them is more
 *       than their family allows, or when they name the same seller; what hangs together by links
 *       is one episode (single link).
 *   <li>A weak lead that is linked to an episode stands among its grounds; it makes and joins none.
 *   <li>The episode has the id of its earliest lead that counts.
 * </ol>
 *
 * <p>When a lead comes that bridges two episodes, or stands before the first of one, the alert that
 * goes into another is kept, no longer supported, with a ground that names the other. Immutable and
 * thread-safe.
 */
public final class Episodes {

  private static final Comparator<Lead> ORDER =
      Comparator.comparing((Lead lead) -> lead.alert().time()).thenComparing(Lead::id);
  private static final Ground TOO_WEAK =
      new Ground(
          "依据已不成立：单独的设备探测低于阈值",
          "no longer supported: the detection alone is below its threshold",
          null);

  private final Joining joining;

  Episodes(Joining joining) {
    this.joining = joining;
  }

  /** Reads {@code rules/joining.json}. */
  public static Episodes load() {
    return new Episodes(Joining.load());
  }

  /** Returns what all leads that may be linked with this one have in common. */
  public String group(Alert alert) {
    return String.join(
        "|",
        joining.familyOf(alert.conduct()).code(),
        String.valueOf(alert.county()),
        alert.authorised() ? "authorised" : "lead");
  }

  /** Returns after how many empty days nothing more can be linked with what lay before them. */
  public int reachDays(String group) {
    String family = group.substring(0, group.indexOf('|'));
    int hours =
        joining.families().stream()
            .filter(each -> each.code().equals(family))
            .mapToInt(Joining.Family::gapHours)
            .findFirst()
            .orElseThrow();
    // One more for the day that is begun, one for a lead that lasts over midnight.
    return hours / 24 + 2;
  }

  /** Returns the alerts that the leads make, in the order of their times. */
  public List<Alert> join(Collection<Lead> leads) {
    Map<String, List<Lead>> groups =
        leads.stream()
            .filter(lead -> lead.alert().supported())
            .sorted(ORDER)
            .collect(Collectors.groupingBy(lead -> group(lead.alert())));
    return groups.values().stream()
        .flatMap(group -> joinGroup(group).stream())
        .sorted(Comparator.comparing(Alert::time).thenComparing(Alert::id))
        .toList();
  }

  private List<Alert> joinGroup(List<Lead> leads) {
    Joining.Family family = joining.familyOf(leads.get(0).alert().conduct());
    return new Clusters(leads, family, joining.combine())
        .list().stream().map(cluster -> new Episode(joining, family, cluster).alert()).toList();
  }

  /**
   * Lists the alerts to send.
   *
   * @param former the alerts that were sent last, of every id
   * @param leads all leads that may have to do with them, those that were taken back as well
   */
  public List<Alert> changes(Collection<Alert> former, Collection<Lead> leads) {
    List<Alert> now = join(leads);
    Map<String, Lead> byId =
        leads.stream().collect(Collectors.toMap(Lead::id, Function.identity(), (a, b) -> b));
    Map<String, String> episodeOf = new HashMap<>();
    now.forEach(alert -> alert.parts().forEach(part -> episodeOf.put(part, alert.id())));
    var all = new ArrayList<>(now);
    for (Alert known : former) {
      Lead lead = byId.get(known.id());
      String episode = episodeOf.get(known.id());
      if (lead != null && !known.id().equals(episode)) {
        all.add(gone(lead, episode));
      }
    }
    return Reconciliation.changes(former, all);
  }

  /** What is left of an alert whose lead does not make it any more. */
  private static Alert gone(Lead lead, @Nullable String episode) {
    if (!lead.alert().supported()) {
      return lead.alert();
    }
    return episode == null
        ? lead.alert().withdrawn(TOO_WEAK)
        : lead.alert()
            .withdrawn(
                new Ground("已并入预警 " + episode, "joined into alert " + episode, "alert/" + episode));
  }

  static Grade higher(Grade grade) {
    return Grade.values()[Math.min(Grade.values().length - 1, grade.ordinal() + 1)];
  }

  static Instant end(Alert alert) {
    Instant until = alert.until();
    return until == null ? alert.time() : until;
  }
}
