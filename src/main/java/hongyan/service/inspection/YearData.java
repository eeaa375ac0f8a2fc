package hongyan.service.inspection;

import hongyan.pipelines.air.AirFigure;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Asks the stores once for each subject and year while one answer is made. Not thread-safe. */
final class YearData {
  private final InspectionData data;
  private final Map<String, List<AirFigure>> days = new HashMap<>();
  private final Map<Integer, List<AlertCount>> alerts = new HashMap<>();

  YearData(InspectionData data) {
    this.data = data;
  }

  List<AirFigure> days(String subject, int year) {
    return days.computeIfAbsent(subject + "/" + year, key -> data.listDays(subject, year));
  }

  List<AlertCount> alerts(int year) {
    return alerts.computeIfAbsent(year, data::countAlerts);
  }

  int reviews(int year) {
    return data.countReviews(year);
  }

  int bulletins(int year) {
    return data.countBulletins(year);
  }
}
