package hongyan.pipelines.rules;

import hongyan.pipelines.air.CivilDay;
import hongyan.pipelines.air.DataFile;
import hongyan.pipelines.air.Timeline;
import hongyan.pipelines.alerts.Alert;
import hongyan.pipelines.alerts.AlertKind;
import hongyan.pipelines.alerts.Ground;
import hongyan.pipelines.alerts.RuleRef;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Suggests yellow, orange or red warnings of heavy pollution from the city's daily AQI
 * (环大气〔2024〕6号; until 2023 the ladder before it).
 *
 * <p>A suggestion to the people who decide, never a warning: only governments publish these (生态环境法典
 * 263, before it 大气污染防治法 95). The official condition is a forecast; as there is none yet, the
 * ladder is applied to observed days, and the grounds say so.
 *
 * <p>An episode is a run of consecutive days above the lowest threshold of the ladder in force; a
 * day without AQI ends it, and so does the change to another ladder. Each episode that reaches a
 * level makes one alert with the highest. Pure and deterministic.
 *
 * @param ladders with the file that they come from
 */
public record PollutionWarning(RuleRef rule, Timeline<WarningLadder> ladders) {

  private static final String FILE = "/rules/pollution-warning.json";

  /** The file's form. */
  private record Sheet(
      String id, String version, String title, String titleEn, List<WarningLadder> ladders) {}

  /** One day with its AQI. */
  private record Day(LocalDate date, int aqi) {}

  /** Reads the rule from its file. */
  public static PollutionWarning load() {
    Sheet sheet = DataFile.read(FILE, Sheet.class);
    List<Timeline.Version<WarningLadder>> versions =
        sheet.ladders().stream()
            .map(ladder -> new Timeline.Version<>(FILE, ladder.effect(), ladder))
            .toList();
    return new PollutionWarning(new RuleRef(sheet.id(), sheet.version()), new Timeline<>(versions));
  }

  /**
   * Returns the suggestions for all of the series, by first day.
   *
   * @param area adcode that the series is of
   * @param dailyAqi by date, yyyy-MM-dd, in any order; a date that is not in it has none
   */
  public List<Alert> check(String area, Map<String, Integer> dailyAqi, Instant raisedAt) {
    Map<LocalDate, Integer> series = new TreeMap<>();
    dailyAqi.forEach((date, aqi) -> series.put(LocalDate.parse(date), aqi));
    List<Alert> alerts = new ArrayList<>();
    for (Timeline.Version<WarningLadder> version : ladders.versions()) {
      WarningLadder ladder = version.content();
      List<Day> days = new ArrayList<>();
      series.forEach(
          (date, aqi) -> {
            if (ladders.at(date) == ladder) {
              days.add(new Day(date, aqi));
            }
          });
      for (List<Day> episode : runs(days, ladder.floor())) {
        findRung(ladder, episode)
            .ifPresent(rung -> alerts.add(alert(area, ladder, rung, episode, raisedAt)));
      }
    }
    return List.copyOf(alerts);
  }

  /** Returns the runs of consecutive days above {@code threshold}. */
  private static List<List<Day>> runs(List<Day> days, int threshold) {
    List<List<Day>> runs = new ArrayList<>();
    LocalDate next = LocalDate.MIN;
    for (Day day : days) {
      if (day.aqi() > threshold) {
        if (!day.date().equals(next)) {
          runs.add(new ArrayList<>());
        }
        runs.get(runs.size() - 1).add(day);
        next = day.date().plusDays(1);
      }
    }
    return runs;
  }

  private static Optional<WarningLadder.Rung> findRung(WarningLadder ladder, List<Day> episode) {
    return ladder.rungs().stream()
        .filter(rung -> rung.any().stream().anyMatch(all -> holds(all, episode)))
        .reduce((lower, higher) -> higher);
  }

  /** Each condition has to hold within the spell of the wider one before it. */
  private static boolean holds(List<WarningLadder.Condition> conditions, List<Day> days) {
    if (conditions.isEmpty()) {
      return true;
    }
    WarningLadder.Condition first = conditions.get(0);
    List<WarningLadder.Condition> rest = conditions.subList(1, conditions.size());
    return runs(days, first.above()).stream()
        .anyMatch(run -> run.size() >= first.days() && holds(rest, run));
  }

  private Alert alert(
      String area,
      WarningLadder ladder,
      WarningLadder.Rung rung,
      List<Day> episode,
      Instant raisedAt) {
    LocalDate first = episode.get(0).date();
    WarningLadder.Colour colour = rung.colour();
    return new Alert(
        "warning-%s-%s".formatted(area, first),
        AlertKind.POLLUTION,
        colour.grade(),
        null,
        "warning-" + colour.code(),
        CivilDay.startOf(first.toString()),
        raisedAt,
        null,
        List.of(),
        null,
        area,
        "environment",
        null,
        grounds(area, ladder, colour, episode),
        rule,
        false,
        true);
  }

  private List<Ground> grounds(
      String area, WarningLadder ladder, WarningLadder.Colour colour, List<Day> episode) {
    List<Ground> grounds = new ArrayList<>();
    grounds.add(
        new Ground(
            "建议研判是否启动%s预警；预警只能由人民政府发布".formatted(colour.chinese()),
            "suggested: consider a %s warning; only the government may publish one"
                .formatted(colour.code()),
            null));
    for (Day day : episode) {
      grounds.add(
          new Ground(
              "%s 日 AQI 实况 %d".formatted(day.date(), day.aqi()),
              "%s: observed daily AQI %d".formatted(day.date(), day.aqi()),
              Words.record(area, day.date().toString())));
    }
    grounds.add(
        new Ground(
            "依据 %s；因尚无预报，以实况日 AQI 代替预测值".formatted(ladder.source().title()),
            "by %s; observed daily AQI in place of a forecast, as there is none yet"
                .formatted(ladder.source().title()),
            null));
    return List.copyOf(grounds);
  }
}
