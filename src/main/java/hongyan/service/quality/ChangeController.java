package hongyan.service.quality;

import hongyan.pipelines.series.ChangeQuery;
import hongyan.pipelines.series.Page;
import hongyan.pipelines.series.SeriesStore;
import hongyan.service.api.ListOptions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What late, corrected and decided data have changed in figures that were there already. */
@Tag(name = "quality")
@RestController
@RequestMapping("/api/v1/air/changes")
class ChangeController {
  private final SeriesStore series;

  ChangeController(SeriesStore series) {
    this.series = series;
  }

  @Operation(
      summary = "Changes of hourly and daily figures, the last that came first",
      description =
          "county is an adcode, the city's own among them, and asks for the county's own figures;"
              + " used when there is no station. from and to are of the figure's time, inclusive.")
  @GetMapping
  Page<ChangeView> changes(
      @RequestParam(required = false) @Nullable String station,
      @RequestParam(required = false) @Nullable String county,
      @RequestParam(required = false) @Nullable Instant from,
      @RequestParam(required = false) @Nullable Instant to,
      @ParameterObject ListOptions options) {
    var query = new ChangeQuery(station == null ? county : station, from, to);
    return ListOptions.show(series.changes().list(query, options.paging()), ChangeView::of);
  }
}
