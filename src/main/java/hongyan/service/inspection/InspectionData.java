package hongyan.service.inspection;

import hongyan.pipelines.air.AirFigure;
import java.util.List;

/** What the computed figures are made of. */
public interface InspectionData {

  /**
   * Returns the day figures of one subject (adcode of a county or of the city) whose date lies in
   * that civil year, each date once.
   */
  List<AirFigure> listDays(String subject, int year);

  /**
   * Returns how many alerts happened in that civil year (Asia/Shanghai), by what they are about.
   * Alerts that a permit authorises, and alerts that their records no longer support, are not among
   * them.
   */
  List<AlertCount> countAlerts(int year);

  /** Counts the daily reviews about days of that year that were issued. */
  int countReviews(int year);

  /** Counts the forecast bulletins of days of that year that were issued. */
  int countBulletins(int year);
}
