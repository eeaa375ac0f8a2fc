package hongyan.service.quality;

import hongyan.pipelines.quality.QualitySheet;
import hongyan.pipelines.series.DoubtQuery;
import hongyan.pipelines.series.Page;
import hongyan.pipelines.series.SeriesStore;
import hongyan.service.accounts.WhoAsks;
import hongyan.service.api.ListOptions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Doubts about readings: the rules that raise them, and the people who decide. */
@Tag(name = "quality", description = "数据质量：读数存疑、人工判定")
@RestController
@RequestMapping("/api/v1/quality")
class QualityController {
  private final SeriesStore series;
  private final Decisions decisions;
  private final WhoAsks whoAsks;
  private final List<QualitySheet> rules = QualitySheet.list();

  QualityController(SeriesStore series, Decisions decisions, WhoAsks whoAsks) {
    this.series = series;
    this.decisions = decisions;
    this.whoAsks = whoAsks;
  }

  @Operation(
      summary = "Doubts about readings, newest reading first",
      description =
          "rule is an id of /quality/rules; from is inclusive, to is not; decided asks for those"
              + " with or without a decision on the present value")
  @GetMapping("/doubts")
  Page<DoubtView> doubts(
      @RequestParam(required = false) @Nullable String station,
      @RequestParam(required = false) @Nullable String county,
      @RequestParam(required = false) @Nullable String rule,
      @RequestParam(required = false) @Nullable Instant from,
      @RequestParam(required = false) @Nullable Instant to,
      @RequestParam(required = false) @Nullable Boolean decided,
      @ParameterObject ListOptions options,
      Locale locale) {
    if (rule != null && rules.stream().noneMatch(sheet -> sheet.id().equals(rule))) {
      throw new IllegalArgumentException(
          "rule=%s is none; they are %s"
              .formatted(rule, rules.stream().map(QualitySheet::id).toList()));
    }
    var query = new DoubtQuery(station, county, rule, from, to, decided);
    return ListOptions.show(
        series.doubts().list(query, options.paging()), doubt -> DoubtView.of(doubt, locale));
  }

  @Operation(summary = "The rules that raise doubts, with their numbers and where these come from")
  @GetMapping("/rules")
  List<QualitySheet> rules() {
    return rules;
  }

  @Operation(summary = "All decisions, newest first: of one reading, the first is in force")
  @GetMapping("/decisions")
  Page<DecisionView> decisions(
      @RequestParam(required = false) @Nullable String station,
      @ParameterObject ListOptions options) {
    return ListOptions.show(series.decisions().list(station, options.paging()), DecisionView::of);
  }

  @Operation(
      summary = "Decides whether the present value of a reading counts",
      description =
          "valid: it counts, whatever rule or flag leaves it out; invalid: it does not, and the"
              + " note says why. 202: it is on the log, and the figures follow. Another decision"
              + " undoes it; both are kept. A corrected value waits for a decision of its own.")
  @PostMapping("/decisions")
  @ResponseStatus(HttpStatus.ACCEPTED)
  DecisionView decide(@RequestBody DecisionForm form) {
    return DecisionView.of(decisions.take(form.check(), whoAsks.get()));
  }
}
