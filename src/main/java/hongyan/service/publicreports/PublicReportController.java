package hongyan.service.publicreports;

import hongyan.pipelines.series.Page;
import hongyan.service.accounts.Person;
import hongyan.service.accounts.WhoAsks;
import hongyan.service.api.ListOptions;
import hongyan.service.doors.Answer;
import hongyan.service.doors.ReportDoor;
import hongyan.service.doors.forms.BodyFault;
import hongyan.service.doors.rejects.Language;
import hongyan.service.errors.Conflict;
import hongyan.service.errors.Refused;
import hongyan.service.reporters.Reporters;
import hongyan.service.secrets.Openings;
import hongyan.service.secrets.Seals;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Reports of the public. */
@Tag(name = "public", description = "公众举报：无需账号，凭回执查询 · reports without an account")
@RestController
@RequestMapping("/api/v1/public/reports")
@EnableConfigurationProperties(LimitSettings.class)
class PublicReportController {
  private final ReportDoor door;
  private final ReportStore store;
  private final ReportPlaces places;
  private final AddressLimits limits;
  private final Seals seals;
  private final Openings openings;
  private final WhoAsks whoAsks;
  private final Clock clock;

  PublicReportController(
      ReportDoor door,
      ReportStore store,
      ReportPlaces places,
      AddressLimits limits,
      Seals seals,
      Openings openings,
      WhoAsks whoAsks,
      Clock clock) {
    this.door = door;
    this.store = store;
    this.places = places;
    this.limits = limits;
    this.seals = seals;
    this.openings = openings;
    this.whoAsks = whoAsks;
    this.clock = clock;
  }

  /**
   * What a reporter is told; the counts are those of any door.
   *
   * @param receipt to be kept: it is the only way to ask again
   */
  record Taken(
      String receipt,
      Progress progress,
      String words,
      int accepted,
      int duplicates,
      int rejected) {}

  /** How far a report is. */
  record Told(String receipt, Progress progress, String words, Instant receivedAt) {}

  /** A report as officers see it: without the reporter. */
  record Listed(
      String receipt,
      String about,
      String record,
      Instant receivedAt,
      Progress progress,
      boolean hasReporter,
      List<String> attachments) {}

  /** Why a reporter is opened. */
  record Reason(@Nullable String reason) {}

  /** What is noted when a report is closed. */
  record Closing(@Nullable String note) {}

  @Operation(
      summary = "Reports a conduct, sick, hurt, trapped or dead birds, or a bird seen; no account",
      description =
          "about: conduct, casualty or sighting; the other fields as of /findings, /casualties; a"
              + " sighting has species, time, position, count. reporter: name and phone, both"
              + " optional, encrypted. As multipart/form-data: the JSON in the part report, every"
              + " other part a photo or recording. The same report sent again has the same receipt",
      requestBody =
          @io.swagger.v3.oas.annotations.parameters.RequestBody(
              required = true,
              content = {
                @Content(mediaType = "application/json"),
                @Content(mediaType = "multipart/form-data")
              }))
  @PostMapping
  @ResponseStatus(HttpStatus.ACCEPTED)
  Taken report(HttpServletRequest request, Locale locale) {
    limits.report(request.getRemoteAddr());
    Language language = language(request);
    return door.read(request, (body, sent) -> take(body, sent, language, locale));
  }

  private Taken take(byte[] body, ReportDoor.Sent sent, Language language, Locale locale) {
    ReportForm form = read(body, sent);
    Answer answer = sent.take(form.about(), form.record(), language);
    if (answer.rejected() > 0) {
      throw new Refused(
          answer.errors().stream()
              .map(
                  fault ->
                      Refused.Fault.of(
                          SightingWords.of(fault.field()),
                          fault.value(),
                          fault.rule(),
                          fault.message()))
              .toList());
    }
    String record =
        form.about() == ReportDoor.About.SIGHTING ? form.sightingId() : answer.ids().get(0).id();
    String receipt =
        store.add(form.about(), record, clock.instant(), sent.attachments(), form.reporter());
    Progress progress = Progress.RECEIVED;
    return new Taken(
        receipt,
        progress,
        progress.words(locale),
        answer.accepted(),
        answer.duplicates(),
        answer.rejected());
  }

  /** Reads the report; one that cannot be read is kept as a reject. */
  private ReportForm read(byte[] body, ReportDoor.Sent sent) {
    try {
      return ReportForm.read(body);
    } catch (BodyFault fault) {
      throw sent.refuse(kept(new String(body, StandardCharsets.UTF_8)), fault.fault());
    }
  }

  /** Returns what is kept of a report: without the reporter, or sealed where nobody can tell. */
  private String kept(String text) {
    String hidden = Reporters.hide(text);
    return hidden.equals(Reporters.HIDDEN) ? "sealed:" + seals.seal(text, "public-report") : hidden;
  }

  @Operation(summary = "How far a report is: received, being looked at, passed on, closed")
  @GetMapping("/{receipt}")
  Told progress(@PathVariable String receipt, HttpServletRequest request, Locale locale) {
    limits.ask(request.getRemoteAddr());
    PublicReport report = getReport(receipt);
    Progress progress = places.progress(report);
    return new Told(report.receipt(), progress, progress.words(locale), report.receivedAt());
  }

  @Operation(
      summary = "The reports of the public, for officers, newest first",
      description = "A page may be shorter than asked for: those of other counties are left out")
  @GetMapping
  Page<Listed> list(@ParameterObject ListOptions options) {
    Person who = whoAsks.get();
    Page<PublicReport> page = store.list(options.paging());
    return new Page<>(
        page.items().stream()
            .filter(report -> places.sees(who.scope(), report))
            .map(this::listed)
            .toList(),
        page.next());
  }

  @Operation(summary = "Opens who reported: needs a reason, and is written down")
  @PostMapping("/{receipt}/reporter")
  Reporter open(@PathVariable String receipt, @RequestBody Reason reason) {
    Person who = whoAsks.get();
    PublicReport report = getSeen(receipt, who);
    if (!report.hasReporter()) {
      throw new NoSuchElementException("the reporter of %s gave no name".formatted(receipt));
    }
    openings.add("public-report/" + report.receipt(), who.account(), reason.reason());
    return store.open(report.receipt()).orElseThrow();
  }

  @Operation(summary = "Closes a report that no alert or rescue case closes")
  @PostMapping("/{receipt}/close")
  Listed close(@PathVariable String receipt, @RequestBody Closing closing) {
    Person who = whoAsks.get();
    PublicReport report = getSeen(receipt, who);
    String note = closing.note();
    if (note == null || note.isBlank()) {
      throw new Refused(
          List.of(Refused.Fault.of("note", note, "required-field-missing", "必填 (required)")));
    }
    if (!store.close(report.receipt(), clock.instant(), who.account(), note.strip())) {
      throw new Conflict("report %s is closed already".formatted(report.receipt()));
    }
    return listed(getReport(receipt));
  }

  private Listed listed(PublicReport report) {
    return new Listed(
        report.receipt(),
        report.about().name().toLowerCase(Locale.ROOT),
        report.recordPath(),
        report.receivedAt(),
        places.progress(report),
        report.hasReporter(),
        report.attachments());
  }

  private PublicReport getSeen(String receipt, Person who) {
    PublicReport report = getReport(receipt);
    if (!places.sees(who.scope(), report)) {
      throw missing(receipt);
    }
    return report;
  }

  private PublicReport getReport(String receipt) {
    return ReceiptNumber.parse(receipt).flatMap(store::find).orElseThrow(() -> missing(receipt));
  }

  private static NoSuchElementException missing(String receipt) {
    return new NoSuchElementException("没有这个回执 (no report has this receipt): " + receipt);
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> refused(BodyFault fault, HttpServletRequest request) {
    return ReportDoor.problem(fault, language(request));
  }

  private static Language language(HttpServletRequest request) {
    return Language.of(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
  }
}
