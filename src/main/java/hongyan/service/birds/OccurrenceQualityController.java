package hongyan.service.birds;

import hongyan.pipelines.birds.OccurrenceDecision;
import hongyan.pipelines.birds.quality.OccurrenceSheets;
import hongyan.pipelines.quality.QualitySheet;
import hongyan.pipelines.quality.Verdict;
import hongyan.pipelines.series.OccurrenceDoubtQuery;
import hongyan.pipelines.series.Page;
import hongyan.pipelines.series.SeriesStore;
import hongyan.service.accounts.WhoAsks;
import hongyan.service.api.ListOptions;
import hongyan.service.errors.Refused;
import hongyan.service.errors.Refused.Fault;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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

/** Doubts about bird records: the rules that raise them, and the people who decide. */
@Tag(name = "quality")
@RestController
@RequestMapping("/api/v1/quality/occurrences")
class OccurrenceQualityController {
  private final SeriesStore series;
  private final WhoAsks who;
  private final OccurrenceDecisions decisions;
  private final List<QualitySheet> rules = OccurrenceSheets.list();

  OccurrenceQualityController(SeriesStore series, OccurrenceDecisions decisions, WhoAsks who) {
    this.who = who;
    this.series = series;
    this.decisions = decisions;
  }

  /**
   * A decision as a person sends it; who decided is whoever asks.
   *
   * @param verdict {@code valid} or {@code invalid}
   * @param note why; must be there for {@code invalid}
   */
  record DecisionForm(
      @Nullable String occurrenceID, @Nullable String verdict, @Nullable String note) {}

  /** A decision as the API gives it. */
  record DecisionView(
      String occurrenceID, String verdict, String note, String who, Instant decidedAt) {

    static DecisionView of(OccurrenceDecision decision) {
      return new DecisionView(
          decision.occurrenceID(),
          decision.verdict().code(),
          decision.note(),
          decision.who(),
          decision.decidedAt());
    }
  }

  @Operation(
      summary = "Doubts about bird records, newest record first",
      description =
          "rule is an id of /quality/occurrences/rules; from is inclusive, to is not; decided asks"
              + " for those with or without a decision on what the record says now")
  @GetMapping("/doubts")
  Page<OccurrenceDoubtView> doubts(
      @RequestParam(required = false) @Nullable String id,
      @RequestParam(required = false) @Nullable String county,
      @RequestParam(required = false) @Nullable String zone,
      @RequestParam(required = false) @Nullable String rule,
      @RequestParam(required = false) @Nullable Instant from,
      @RequestParam(required = false) @Nullable Instant to,
      @RequestParam(required = false) @Nullable Boolean decided,
      @ParameterObject ListOptions options,
      Locale locale) {
    List<String> known = rules.stream().map(QualitySheet::id).toList();
    if (rule != null && !known.contains(rule)) {
      throw new IllegalArgumentException("rule=%s is none; they are %s".formatted(rule, known));
    }
    var query = new OccurrenceDoubtQuery(id, county, zone, rule, from, to, decided);
    return ListOptions.show(
        series.occurrenceDoubts().list(who.get().scope(), query, options.paging()),
        doubt -> OccurrenceDoubtView.of(doubt, locale));
  }

  @Operation(summary = "The rules, by GBIF's names of issues where there are any, with sources")
  @GetMapping("/rules")
  List<QualitySheet> rules() {
    return rules;
  }

  @Operation(summary = "All decisions, newest first: of one record, the first is in force")
  @GetMapping("/decisions")
  Page<DecisionView> decisions(
      @RequestParam(required = false) @Nullable String id, @ParameterObject ListOptions options) {
    return ListOptions.show(
        series.occurrenceDecisions().list(id, options.paging()), DecisionView::of);
  }

  @Operation(
      summary = "Decides whether a bird record counts",
      description =
          "invalid: it is in no count and tells of no birds there, and the note says why; valid: it"
              + " counts, which takes an earlier decision back. 202: it is on the log, and the counts"
              + " follow. All decisions are kept. A corrected record waits for one of its own.")
  @PostMapping("/decisions")
  @ResponseStatus(HttpStatus.ACCEPTED)
  DecisionView decide(@RequestBody DecisionForm form) {
    List<Fault> faults = new ArrayList<>();
    String id = form.occurrenceID();
    if (id == null || id.isBlank()) {
      faults.add(Fault.of("occurrenceID", id, "required", "is required"));
    }
    Optional<Verdict> verdict =
        form.verdict() == null ? Optional.empty() : Verdict.findByCode(form.verdict());
    if (verdict.isEmpty()) {
      faults.add(Fault.of("verdict", form.verdict(), "not-in-vocabulary", "valid or invalid"));
    }
    String note = form.note() == null ? "" : form.note().strip();
    if (verdict.equals(Optional.of(Verdict.INVALID)) && note.isEmpty()) {
      faults.add(Fault.of("note", form.note(), "required", "what is left out keeps the reason"));
    }
    if (id == null || verdict.isEmpty() || !faults.isEmpty()) {
      throw new Refused(faults);
    }
    return DecisionView.of(decisions.take(id, verdict.get(), note));
  }
}
