package hongyan.service.problems;

import hongyan.geo.city.City;
import hongyan.service.documents.Language;
import hongyan.service.errors.Refused;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The ledger of problems, over HTTP. */
@Tag(name = "inspection")
@RestController
@RequestMapping("/api/v1/inspection/problems")
class ProblemController {
  private static final int MOST = 1000;

  private final Ledger ledger;
  private final ProblemStore store;
  private final Campaigns campaigns;
  private final City city;
  private final Light.Rule lights;

  ProblemController(
      Ledger ledger, ProblemStore store, Campaigns campaigns, City city, Light.Rule problemLights) {
    this.ledger = ledger;
    this.store = store;
    this.campaigns = campaigns;
    this.city = city;
    this.lights = problemLights;
  }

  /** A page of the ledger; {@code total} counts all that the filter lets through. */
  record ProblemPage(List<ProblemView> items, @Nullable String next, int total) {}

  /** What moves a problem on. */
  record Transition(@Nullable String to, @Nullable String note, @Nullable List<String> evidence) {}

  @Operation(
      summary = "The ledger of problems, newest finding first",
      description =
          "due=week: not put right and due in this civil week; due=overdue: past its deadline. "
              + "Lights: yellow before the deadline, red past it, green when put right.")
  @GetMapping
  ProblemPage list(
      @ParameterObject ProblemQuery query,
      @RequestParam(defaultValue = "100") int limit,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(required = false) @Nullable String lang,
      @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false)
          @Nullable String accept) {
    if (limit < 0 || limit > MOST) {
      throw new IllegalArgumentException("limit=%d: allowed are 0 to %d".formatted(limit, MOST));
    }
    LocalDate today = ledger.today();
    ProblemFilter filter = ledger.seen(query.filter(lights, today));
    List<Problem> found =
        store.list(filter, cursor == null ? null : ProblemCursor.parse(cursor), limit + 1);
    boolean more = found.size() > limit;
    List<Problem> page = more ? found.subList(0, limit) : found;
    ProblemView.Words words = words(lang, accept);
    return new ProblemPage(
        page.stream().map(each -> words.show(each, today)).toList(),
        more && limit > 0 ? ProblemCursor.of(page.get(limit - 1)).text() : null,
        store.count(filter));
  }

  @Operation(summary = "One problem with its history")
  @GetMapping("/{id}")
  ProblemView get(
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String lang,
      @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false)
          @Nullable String accept) {
    return words(lang, accept).show(ledger.get(id), ledger.today(), store.listSteps(id));
  }

  @Operation(
      summary = "Enters a problem",
      description =
          "The same again changes nothing; another wording under the same id is a correction")
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  ProblemView enter(
      @RequestBody ProblemForm form,
      @RequestParam(required = false) @Nullable String lang,
      @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false)
          @Nullable String accept) {
    ledger.requireEditor();
    Language language = Language.of(lang, accept);
    Ledger.Reading reading = ledger.read(form.texts());
    Problem problem =
        reading.problem().orElseThrow(() -> new Refused(faults(reading.faults(), language)));
    ledger.enter(List.of(problem), Step.Action.ENTERED, null);
    return get(problem.id(), lang, accept);
  }

  @Operation(summary = "Moves a problem on; a step that is not allowed is 409 and says which are")
  @PostMapping("/{id}/transitions")
  ProblemView move(
      @PathVariable String id,
      @RequestBody Transition transition,
      @RequestParam(required = false) @Nullable String lang,
      @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false)
          @Nullable String accept) {
    ProblemState to =
        LedgerWords.state(String.valueOf(transition.to()))
            .orElseThrow(
                () -> new IllegalArgumentException("to=%s is no state".formatted(transition.to())));
    ledger.move(
        id, to, transition.note(), Objects.requireNonNullElse(transition.evidence(), List.of()));
    return get(id, lang, accept);
  }

  private ProblemView.Words words(@Nullable String lang, @Nullable String accept) {
    return new ProblemView.Words(
        campaigns.list().stream().collect(Collectors.toMap(Campaign::id, Function.identity())),
        city.counties(),
        Language.of(lang, accept),
        lights);
  }

  private static List<Refused.Fault> faults(List<ProblemFault> faults, Language language) {
    return faults.stream()
        .map(
            each ->
                Refused.Fault.of(
                    each.field().code(), each.value(), each.rule(), language.of(each.message())))
        .toList();
  }
}
