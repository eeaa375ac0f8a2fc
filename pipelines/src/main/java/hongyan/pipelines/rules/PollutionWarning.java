package hongyan.pipelines.rules;

import hongyan.pipelines.air.CivilDay;
import hongyan.pipelines.air.DataFile;
import hongyan.pipelines.air.Source;
import hongyan.pipelines.air.Timeline;
import hongyan.pipelines.alerts.Alert;
import hongyan.pipelines.alerts.AlertKind;
import hongyan.pipelines.alerts.RuleRef;
import hongyan.pipelines.forecasts.Forecast;
import hongyan.pipelines.forecasts.Outlook;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Suggests yellow, orange or red warnings of heavy pollution from the city's daily AQI, observed
 * and forecast together (环大气〔2024〕6号; until 2023 the ladder before it), their change and their
 * release.
 *
 * <p>A suggestion to the people who decide, never a warning: only governments publish these (生态环境法典
 * 263, before it 大气污染防治法 95). Nothing here publishes anything.
 *
 * <p>At the end of each day the ladder in force is applied to the spell of days above its lowest
 * threshold that reaches that day or lies ahead: observed days, and where there is none the
 * forecast that counted then (an official one before the platform's baseline). The level follows up
 * and down; release is suggested when days not above the lowest threshold, that day among them,
 * observed or forecast, add up to 36 hours, which is two days in a row. A day about which nothing
 * is known ends a spell; after some of them the episode ends. Each episode makes one alert with the
 * highest level that it reached, and all its steps in the grounds. Pure and deterministic.
 *
 * @param ladders with the file that they come from
 */
public record PollutionWarning(RuleRef rule, Timeline<WarningLadder> ladders, Settings settings) {

  private static final String FILE = "/rules/pollution-warning.json";

  /**
   * What holds for every ladder.
   *
   * @param horizonDays how many days ahead a forecast can raise or keep a warning
   * @param silentDays after so many days without figure or forecast an episode ends
   * @param specialFrom first day of the season of special protection, MM-dd
   * @param specialTo last day, inclusive, of the next year where it is before the first
   * @param sources of these settings, by their names
   */
  public record Settings(
      int releaseHours,
      int horizonDays,
      int silentDays,
      String specialFrom,
      String specialTo,
      Map<String, Source> sources) {

    public Settings {
      sources = Map.copyOf(sources);
      MonthDay.parse("--" + specialFrom);
      MonthDay.parse("--" + specialTo);
    }

    /** Returns whether {@code date} lies in the season of special protection. */
    public boolean isSpecial(LocalDate date) {
      MonthDay day = MonthDay.from(date);
      boolean begun = !day.isBefore(MonthDay.parse("--" + specialFrom));
      boolean going = !day.isAfter(MonthDay.parse("--" + specialTo));
      return specialFrom.compareTo(specialTo) <= 0 ? begun && going : begun || going;
    }
  }

  /** The file's form. */
  private record Sheet(
      String id,
      String version,
      String title,
      String titleEn,
      Settings settings,
      List<WarningLadder> ladders) {}

  /** Reads the rule from its file. */
  public static PollutionWarning load() {
    Sheet sheet = DataFile.read(FILE, Sheet.class);
    List<Timeline.Version<WarningLadder>> versions =
        sheet.ladders().stream()
            .map(ladder -> new Timeline.Version<>(FILE, ladder.effect(), ladder))
            .toList();
    return new PollutionWarning(
        new RuleRef(sheet.id(), sheet.version()), new Timeline<>(versions), sheet.settings());
  }

  /**
   * Returns the episodes of all of the series, by first day.
   *
   * @param dailyAqi by date, yyyy-MM-dd, in any order; a date that is not in it has none
   * @param forecasts of the AQI of the same area, in any order
   */
  public List<WarningEpisode> episodes(
      Map<String, Integer> dailyAqi, Collection<Forecast> forecasts) {
    Map<LocalDate, Integer> observed = new TreeMap<>();
    dailyAqi.forEach((date, aqi) -> observed.put(LocalDate.parse(date), aqi));
    return new WarningCourse(this, observed, new Outlook(forecasts)).run();
  }

  /**
   * Returns the suggestions for all of the series, one for each of its {@link #episodes}.
   *
   * @param area adcode that the series is of
   */
  public List<Alert> check(
      String area,
      Map<String, Integer> dailyAqi,
      Collection<Forecast> forecasts,
      Instant raisedAt) {
    return episodes(dailyAqi, forecasts).stream()
        .map(episode -> alert(area, episode, raisedAt))
        .toList();
  }

  /** Returns the id of the alert that an episode makes. */
  public static String alertId(String area, WarningEpisode episode) {
    return "warning-%s-%s".formatted(area, episode.first());
  }

  private Alert alert(String area, WarningEpisode episode, Instant raisedAt) {
    WarningLadder.Colour colour = episode.highest();
    WarningLadder ladder = ladders.at(LocalDate.parse(episode.first()));
    return new Alert(
        alertId(area, episode),
        AlertKind.POLLUTION,
        colour.grade(),
        null,
        "warning-" + colour.code(),
        CivilDay.startOf(episode.first()),
        raisedAt,
        null,
        List.of(),
        null,
        area,
        "environment",
        null,
        WarningGrounds.of(area, episode, ladder, settings),
        rule,
        false,
        true);
  }
}
