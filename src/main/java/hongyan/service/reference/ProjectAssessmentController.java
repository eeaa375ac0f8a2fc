package hongyan.service.reference;

import hongyan.pipelines.reference.Assessment;
import hongyan.pipelines.reference.Reference;
import hongyan.service.accounts.Person;
import hongyan.service.accounts.Role;
import hongyan.service.accounts.WhoAsks;
import hongyan.service.errors.Forbidden;
import hongyan.service.errors.Refused.Fault;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Assessments of what projects do to birds, as far as they are on file. */
@Tag(name = "reference")
@RestController
@RequestMapping("/api/v1/assessments")
class ProjectAssessmentController {
  private final ReferenceBook book;
  private final WhoAsks whoAsks;

  ProjectAssessmentController(ReferenceBook book, WhoAsks whoAsks) {
    this.book = book;
    this.whoAsks = whoAsks;
  }

  /** An assessment as the API takes it; {@code validTo} is exclusive. */
  record AssessmentForm(
      @Nullable String id,
      @Nullable String project,
      @Nullable String document,
      @Nullable List<String> zones,
      @Nullable OffsetDateTime validFrom,
      @Nullable OffsetDateTime validTo,
      @Nullable String footprintCheck) {}

  @Operation(summary = "The assessments on file; with zone= and at=, those that speak for it then")
  @GetMapping
  List<Assessment> list(
      @RequestParam(required = false) @Nullable String zone,
      @RequestParam(required = false) @Nullable Instant at) {
    return book.current().assessments().stream()
        .filter(assessment -> zone == null || assessment.zones().contains(zone))
        .filter(
            assessment ->
                at == null
                    || assessment.zones().stream().anyMatch(each -> assessment.covers(each, at)))
        .sorted(Comparator.comparing(Assessment::id))
        .toList();
  }

  @Operation(summary = "One assessment")
  @GetMapping("/{id}")
  Assessment get(@PathVariable String id) {
    return book.current()
        .findAssessment(id)
        .orElseThrow(() -> new NoSuchElementException("no assessment " + id));
  }

  @Operation(summary = "Puts an assessment on file, or changes it from now on")
  @PutMapping("/{id}")
  Assessment put(@PathVariable String id, @RequestBody AssessmentForm form) {
    Person person = whoAsks.get();
    if (!person.has(Role.FORESTRY)) {
      throw new Forbidden("assessments are put on file by the forestry bureau");
    }
    FormCheck check = new FormCheck();
    check.sameId(id, form.id());
    String project = check.required("project", form.project());
    String document = check.required("document", form.document());
    Instant from = check.present("validFrom", form.validFrom(), OffsetDateTime.MIN).toInstant();
    Instant to = check.present("validTo", form.validTo(), OffsetDateTime.MAX).toInstant();
    if (!from.isBefore(to)) {
      check.add(
          Fault.of("validTo", form.validTo(), "ends-before-it-begins", "is not after validFrom"));
    }
    List<String> zones = zones(check, form);
    check.complete();
    book.write(
        ReferenceKeys.entry(
            new Assessment(
                id, project, document, zones, from, to, form.footprintCheck(), person.account())));
    return get(id);
  }

  private List<String> zones(FormCheck check, AssessmentForm form) {
    Reference reference = book.current();
    List<String> zones = check.present("zones", form.zones(), List.of());
    if (form.zones() != null && zones.isEmpty()) {
      check.add(Fault.of("zones", null, "required", "at least one zone is wanted"));
    }
    zones.stream()
        .filter(id -> reference.zones().stream().noneMatch(zone -> zone.id().equals(id)))
        .forEach(id -> check.add(Fault.of("zones", id, "unknown-zone", "no such zone")));
    return zones;
  }
}
