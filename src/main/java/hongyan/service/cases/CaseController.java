package hongyan.service.cases;

import hongyan.pipelines.series.Scope;
import hongyan.service.accounts.Person;
import hongyan.service.accounts.WhoAsks;
import hongyan.service.alerts.AlertBook;
import hongyan.service.alerts.Handlers;
import hongyan.service.errors.Refused;
import hongyan.service.history.AlertHistory;
import hongyan.service.history.HistoryEntry;
import hongyan.service.secrets.Openings;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Subjects of alerts and the links between cases. */
@Tag(name = "alerts")
@RestController
@RequestMapping("/api/v1/alerts/{id}")
class CaseController {
  private static final int LONGEST = 100;

  private final AlertBook alerts;
  private final Handlers handlers;
  private final AlertHistory history;
  private final SubjectStore subjects;
  private final CaseLinks links;
  private final Openings openings;
  private final WhoAsks whoAsks;
  private final Clock clock;

  CaseController(
      AlertBook alerts,
      Handlers handlers,
      AlertHistory history,
      SubjectStore subjects,
      CaseLinks links,
      Openings openings,
      WhoAsks whoAsks,
      Clock clock) {
    this.alerts = alerts;
    this.handlers = handlers;
    this.history = history;
    this.subjects = subjects;
    this.links = links;
    this.openings = openings;
    this.whoAsks = whoAsks;
    this.clock = clock;
  }

  /**
   * Who a case is about.
   *
   * @param name as written on a document
   * @param idNumber of a document, in any spelling
   */
  record SubjectForm(@Nullable String name, @Nullable String idNumber) {}

  /** Why an identity is opened. */
  record Reason(@Nullable String reason) {}

  /** An identity in clear. */
  record Identity(long id, String text) {}

  @Operation(
      summary = "Names a subject of the case; kept hashed and encrypted",
      description = "Cases of the same subject are then found by links, without opening anything")
  @PostMapping("/subjects")
  @ResponseStatus(HttpStatus.CREATED)
  @Transactional
  public List<Subject> add(@PathVariable String id, @RequestBody SubjectForm form) {
    Person who = handlers.get(id);
    Map<String, String> given = given(form);
    String state = getState(id);
    given.forEach(
        (kind, text) -> {
          if (subjects.add(id, kind, text, clock.instant(), who.account())) {
            history.add(
                id, HistoryEntry.in(state, clock.instant(), who.account(), "subject-added", kind));
          }
        });
    return subjects.list(id);
  }

  @Operation(summary = "The subjects of the case, not in clear")
  @GetMapping("/subjects")
  List<Subject> list(@PathVariable String id) {
    getState(id);
    return subjects.list(id);
  }

  @Operation(summary = "Opens one subject: needs a reason, and is written down")
  @PostMapping("/subjects/{subject}/open")
  Identity open(@PathVariable String id, @PathVariable long subject, @RequestBody Reason reason) {
    Person who = handlers.get(id);
    openings.add("alert/%s/subject/%d".formatted(id, subject), who.account(), reason.reason());
    return new Identity(subject, subjects.open(id, subject));
  }

  @Operation(summary = "Takes away a subject that was named by mistake")
  @DeleteMapping("/subjects/{subject}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Transactional
  public void remove(@PathVariable String id, @PathVariable long subject) {
    Person who = handlers.get(id);
    subjects.remove(id, subject);
    String state = getState(id);
    history.add(
        id, HistoryEntry.in(state, clock.instant(), who.account(), "subject-removed", null));
  }

  @Operation(
      summary = "Other cases of the same person or place within two years",
      description = "metres: how near the same place is; same-name may be two people of one name")
  @GetMapping("/links")
  List<CaseLinks.Link> links(
      @PathVariable String id, @RequestParam(required = false) @Nullable Double metres) {
    Scope scope = whoAsks.get().scope();
    return links.list(
        scope,
        alerts.findCase(scope, id).orElseThrow(() -> new NoSuchElementException("no alert " + id)),
        metres);
  }

  private static Map<String, String> given(SubjectForm form) {
    Map<String, String> given = new LinkedHashMap<>();
    put(given, "name", form.name());
    put(given, "id", form.idNumber());
    boolean tooLong = given.values().stream().anyMatch(text -> text.length() > LONGEST);
    if (given.isEmpty() || tooLong) {
      // The value itself is not repeated: answers end up in logs.
      String rule = tooLong ? "text-too-long" : "required-field-missing";
      throw new Refused(
          List.of(
              Refused.Fault.of(
                  "name",
                  null,
                  rule,
                  "姓名或证件号，最多 %d 字 (name or idNumber is wanted)".formatted(LONGEST))));
    }
    return given;
  }

  private static void put(Map<String, String> given, String kind, @Nullable String text) {
    if (text != null && !text.isBlank()) {
      given.put(kind, text.strip());
    }
  }

  /** Returns the alert's state; one that whoever asks does not see is not there. */
  private String getState(String id) {
    return alerts
        .findState(whoAsks.get().scope(), id)
        .orElseThrow(() -> new NoSuchElementException("no alert " + id));
  }
}
