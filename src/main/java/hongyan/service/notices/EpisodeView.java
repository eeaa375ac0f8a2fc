package hongyan.service.notices;

import hongyan.pipelines.forecasts.Forecast;
import hongyan.pipelines.rules.PollutionWarning;
import hongyan.pipelines.rules.WarningEpisode;
import hongyan.pipelines.rules.WarningLadder;
import hongyan.service.warnings.WarningRecords;
import hongyan.service.warnings.WarningStore;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An episode of heavy pollution with what people did about it.
 *
 * @param highest the highest level that was suggested
 * @param current the level that is suggested now, null when it is over
 * @param specialProtection whether it began in the season of special protection
 */
record EpisodeView(
    String alertId,
    String first,
    String highest,
    @Nullable String current,
    boolean specialProtection,
    List<StepView> steps,
    List<DayView> days,
    WarningRecords records) {

  /** One step that is suggested, at the end of a day; level is null after a release. */
  record StepView(String date, String change, @Nullable String level, String basis) {

    static StepView of(WarningEpisode.Step step) {
      return new StepView(
          step.date(), code(step.change()), levelOf(step.colour()), code(step.basis()));
    }
  }

  /**
   * A day that an episode rests on.
   *
   * @param issuer of the forecast, null for an observed day
   */
  record DayView(
      String date, int aqi, boolean observed, @Nullable String issuer, @Nullable Instant issuedAt) {

    static DayView of(WarningEpisode.Day day) {
      Forecast forecast = day.forecast();
      return forecast == null
          ? new DayView(day.date(), day.aqi(), true, null, null)
          : new DayView(day.date(), day.aqi(), false, forecast.issuer(), forecast.issuedAt());
    }
  }

  static EpisodeView of(String area, WarningEpisode episode, WarningStore store) {
    String alertId = PollutionWarning.alertId(area, episode);
    return new EpisodeView(
        alertId,
        episode.first(),
        episode.highest().code(),
        levelOf(episode.current()),
        episode.special(),
        episode.steps().stream().map(StepView::of).toList(),
        episode.days().stream().map(DayView::of).toList(),
        store.of(alertId));
  }

  private static @Nullable String levelOf(WarningLadder.@Nullable Colour colour) {
    return colour == null ? null : colour.code();
  }

  private static String code(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
