package hongyan.service.inspection;

import hongyan.pipelines.air.AirFigure;
import hongyan.pipelines.air.CivilPeriod;
import hongyan.pipelines.alerts.Alert;
import hongyan.service.documents.Language;
import hongyan.service.problems.FunnelView;
import hongyan.service.problems.Problem;
import java.util.List;

/** What the computed figures are made of. */
public interface InspectionData {

  /**
   * Returns the day figures of one subject (adcode of a county or of the city) whose date lies in
   * that civil year, each date once.
   */
  List<AirFigure> listDays(String subject, int year);

  /**
   * Returns how many alerts happened in that period (Asia/Shanghai), by what they are about. Alerts
   * that a permit authorises, and alerts that their records no longer support, are not among them.
   */
  List<AlertCount> countAlerts(CivilPeriod period);

  /** Lists the alerts that {@link #countAlerts} counts. */
  List<Alert> listAlerts(CivilPeriod period);

  /** Counts the daily reviews about days of that period that were issued. */
  int countReviews(CivilPeriod period);

  /** Counts the forecast bulletins of days of that period that were issued. */
  int countBulletins(CivilPeriod period);

  /** Lists the whole ledger of problems. */
  List<Problem> listProblems();

  /** Shows the funnels of the campaigns that entries belong to. */
  List<FunnelView> showFunnels(List<Problem> entries, Language language);
}
