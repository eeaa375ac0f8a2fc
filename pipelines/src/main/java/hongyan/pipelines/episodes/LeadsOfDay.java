package hongyan.pipelines.episodes;

import hongyan.pipelines.alerts.Alert;
import hongyan.pipelines.alerts.Lead;
import java.util.List;

/**
 * What one group has of one day.
 *
 * @param leads that began on it, those that were taken back as well
 * @param alerts that were sent last and began on it
 */
public record LeadsOfDay(List<Lead> leads, List<Alert> alerts) {

  public static final LeadsOfDay NONE = new LeadsOfDay(List.of(), List.of());

  public LeadsOfDay {
    leads = List.copyOf(leads);
    alerts = List.copyOf(alerts);
  }
}
