package hongyan.service.inspection;

import hongyan.pipelines.air.AirFigure;
import hongyan.pipelines.air.CivilPeriod;
import hongyan.service.problems.Problem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks the stores once for each subject and year while one answer is made. Not thread-safe. */
final class YearData {
  private final InspectionData data;
  private final Map<String, List<AirFigure>> days = new HashMap<>();
  private final Map<String, List<AlertCount>> alerts = new HashMap<>();
  private @Nullable List<Problem> problems;

  YearData(InspectionData data) {
    this.data = data;
  }

  List<AirFigure> days(String subject, int year) {
    return days.computeIfAbsent(subject + "/" + year, key -> data.listDays(subject, year));
  }

  List<AlertCount> alerts(CivilPeriod period) {
    return alerts.computeIfAbsent(period.code(), key -> data.countAlerts(period));
  }

  int reviews(CivilPeriod period) {
    return data.countReviews(period);
  }

  int bulletins(CivilPeriod period) {
    return data.countBulletins(period);
  }

  List<Problem> problems() {
    if (problems == null) {
      problems = data.listProblems();
    }
    return problems;
  }
}
