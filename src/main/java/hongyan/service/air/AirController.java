package hongyan.service.air;

import hongyan.pipelines.air.AirFigure;
import hongyan.pipelines.air.Period;
import hongyan.pipelines.air.Pollutant;
import hongyan.pipelines.series.FigureQuery;
import hongyan.pipelines.series.Page;
import hongyan.pipelines.series.SeriesStore;
import hongyan.service.api.ListOptions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The figures of the air, as the standards have them. The city itself is a county to these lists.
 */
@Tag(name = "air", description = "空气质量：小时、日均值与 AQI")
@RestController
@RequestMapping("/api/v1/air")
class AirController {
  private final SeriesStore series;

  AirController(SeriesStore series) {
    this.series = series;
  }

  @Operation(summary = "Hourly means, newest first")
  @GetMapping("/hourly")
  Page<MeanView> hourly(
      @ParameterObject Subject subject,
      @RequestParam(required = false) @Nullable Pollutant pollutant,
      @ParameterObject ListOptions options) {
    return means(Period.HOUR, subject, pollutant, options);
  }

  @Operation(summary = "Daily means (ozone: the maximum eight-hour mean), newest first")
  @GetMapping("/daily")
  Page<MeanView> daily(
      @ParameterObject Subject subject,
      @RequestParam(required = false) @Nullable Pollutant pollutant,
      @ParameterObject ListOptions options) {
    return means(Period.DAY, subject, pollutant, options);
  }

  @Operation(summary = "AQI by hour or day, newest first")
  @GetMapping("/aqi")
  Page<AqiView> aqi(
      @ParameterObject Subject subject,
      @RequestParam(defaultValue = "hour") String period,
      @ParameterObject ListOptions options) {
    return ListOptions.show(figures(period(period), subject, options), AqiView::of);
  }

  @Operation(summary = "The days of a year with their AQI, first to last")
  @GetMapping("/calendar")
  List<AqiView> calendar(@RequestParam String county, @RequestParam int year) {
    return series.figures().listDays(county, year).stream().map(AqiView::of).toList();
  }

  private Page<MeanView> means(
      Period period, Subject subject, @Nullable Pollutant pollutant, ListOptions options) {
    Page<AirFigure> page = figures(period, subject, options);
    return new Page<>(
        page.items().stream()
            .flatMap(
                figure ->
                    figure.means().stream()
                        .filter(mean -> pollutant == null || mean.pollutant() == pollutant)
                        .map(mean -> MeanView.of(figure, mean)))
            .toList(),
        page.next());
  }

  private Page<AirFigure> figures(Period period, Subject subject, ListOptions options) {
    return series
        .figures()
        .list(
            new FigureQuery(subject.id(), period, subject.from(), subject.to()), options.paging());
  }

  private static Period period(String text) {
    return switch (text) {
      case "hour" -> Period.HOUR;
      case "day" -> Period.DAY;
      default -> throw new IllegalArgumentException("period=%s: hour or day".formatted(text));
    };
  }

  /**
   * What figures are asked for.
   *
   * @param station a station's id
   * @param county an adcode, the city's own among them; used when there is no station
   * @param from inclusive, of the end of the hour or day
   * @param to inclusive
   */
  record Subject(
      @Nullable String station,
      @Nullable String county,
      @Nullable Instant from,
      @Nullable Instant to) {

    @Nullable String id() {
      return station == null ? county : station;
    }
  }
}
