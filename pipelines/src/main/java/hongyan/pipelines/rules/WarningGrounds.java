package hongyan.pipelines.rules;

import hongyan.pipelines.alerts.Ground;
import hongyan.pipelines.forecasts.Forecast;
import java.util.ArrayList;
import java.util.List;

/** Writing down what an alert of {@link PollutionWarning} rests on. */
final class WarningGrounds {
  private WarningGrounds() {}

  static List<Ground> of(
      String area,
      WarningEpisode episode,
      WarningLadder ladder,
      PollutionWarning.Settings settings) {
    List<Ground> grounds = new ArrayList<>();
    WarningLadder.Colour highest = episode.highest();
    grounds.add(
        new Ground(
            "建议研判是否启动%s预警；预警只能由人民政府发布".formatted(highest.chinese()),
            "suggested: consider a %s warning; only the government may publish one"
                .formatted(highest.code()),
            null));
    episode.steps().forEach(step -> grounds.add(step(step)));
    episode.days().forEach(day -> grounds.add(day(area, day)));
    grounds.add(basis(episode));
    if (episode.special()) {
      grounds.add(
          new Ground(
              "处于特护期（每年 %s 至次年 %s）".formatted(settings.specialFrom(), settings.specialTo()),
              "in the season of special protection (%s to %s)"
                  .formatted(settings.specialFrom(), settings.specialTo()),
              null));
    }
    grounds.add(
        new Ground(
            "依据 %s".formatted(ladder.source().title()),
            "by %s".formatted(ladder.source().title()),
            null));
    return List.copyOf(grounds);
  }

  private static Ground step(WarningEpisode.Step step) {
    WarningLadder.Colour colour = step.colour();
    String chinese = colour == null ? "" : colour.chinese();
    String english = colour == null ? "" : colour.code();
    String fact =
        switch (step.change()) {
          case RAISE -> "建议启动" + chinese + "预警";
          case UPGRADE -> "建议升级为" + chinese + "预警";
          case DOWNGRADE -> "建议降级为" + chinese + "预警";
          case RELEASE -> "改善已持续或预计持续 36 小时以上，建议解除预警";
          case END -> "此后无数据或规则更替，过程终止";
        };
    String factEn =
        switch (step.change()) {
          case RAISE -> "suggested: start " + english;
          case UPGRADE -> "suggested: upgrade to " + english;
          case DOWNGRADE -> "suggested: downgrade to " + english;
          case RELEASE -> "better for 36 hours or more, observed or forecast; suggested: release";
          case END -> "no data from then on, or another ladder: the episode ends";
        };
    return new Ground(
        "%s 日终：%s（%s）".formatted(step.date(), fact, chinese(step.basis())),
        "end of %s: %s (%s)".formatted(step.date(), factEn, english(step.basis())),
        null);
  }

  private static Ground day(String area, WarningEpisode.Day day) {
    Forecast forecast = day.forecast();
    if (forecast == null) {
      return new Ground(
          "%s 日 AQI 实况 %d".formatted(day.date(), day.aqi()),
          "%s: observed daily AQI %d".formatted(day.date(), day.aqi()),
          Words.record(area, day.date()));
    }
    String issued = Words.hour(forecast.issuedAt());
    return new Ground(
        "%s 日 AQI 预报 %d（%s，%s 发布%s）"
            .formatted(
                day.date(),
                day.aqi(),
                forecast.issuer(),
                issued,
                forecast.official() ? "" : "；平台基线，不是官方预报"),
        "%s: forecast daily AQI %d (%s, issued %s%s)"
            .formatted(
                day.date(),
                day.aqi(),
                forecast.issuer(),
                issued,
                forecast.official() ? "" : "; baseline, not an official forecast"),
        "forecast/" + forecast.identity());
  }

  private static Ground basis(WarningEpisode episode) {
    long observed = episode.days().stream().filter(WarningEpisode.Day::observed).count();
    long forecast = episode.days().size() - observed;
    return new Ground(
        "所依据的日 AQI：实况 %d 天，预报 %d 天".formatted(observed, forecast),
        "rests on %d observed and %d forecast days".formatted(observed, forecast),
        null);
  }

  private static String chinese(WarningEpisode.Basis basis) {
    return switch (basis) {
      case OBSERVED -> "依据实况";
      case FORECAST -> "依据预报";
      case OBSERVED_AND_FORECAST -> "依据实况与预报";
    };
  }

  private static String english(WarningEpisode.Basis basis) {
    return switch (basis) {
      case OBSERVED -> "by observed days";
      case FORECAST -> "by forecasts";
      case OBSERVED_AND_FORECAST -> "by observed days and forecasts";
    };
  }
}
