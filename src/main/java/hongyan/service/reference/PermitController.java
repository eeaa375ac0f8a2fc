package hongyan.service.reference;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import hongyan.geo.law.Article7;
import hongyan.geo.law.Permit;
import hongyan.geo.place.Position;
import hongyan.pipelines.reference.Reference;
import hongyan.service.alerts.PermitUse;
import hongyan.service.api.GeoJson;
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
import org.springframework.web.bind.annotation.RestController;

/** Permits: leave for a conduct, with its bounds. */
@Tag(name = "reference")
@RestController
@RequestMapping("/api/v1/permits")
class PermitController {
  private final ReferenceBook book;
  private final Article7 law;
  private final PermitUse use;

  PermitController(ReferenceBook book, Article7 law, PermitUse use) {
    this.book = book;
    this.law = law;
    this.use = use;
  }

  /** A permit as the API takes and gives it; {@code validTo} is exclusive. */
  record PermitForm(
      @Nullable String id,
      @Nullable String holder,
      @Nullable List<String> conducts,
      @Nullable OffsetDateTime validFrom,
      @Nullable OffsetDateTime validTo,
      @Nullable String zone,
      @Nullable String county,
      GeoJson.@Nullable Point position,
      @Nullable Double radiusMetres,
      @Nullable List<String> species,
      @Nullable String document,
      @Nullable String kind) {}

  /** A permit with how often it was used. */
  record PermitView(@JsonUnwrapped Permit permit, PermitUse.Use use) {}

  @Operation(summary = "The permits")
  @GetMapping
  List<Permit> list() {
    return book.current().permits().stream().sorted(Comparator.comparing(Permit::id)).toList();
  }

  @Operation(
      summary = "How often permits were used, the most used first",
      description = "Reported or signalled conduct that the permit covers and records support")
  @GetMapping("/usage")
  List<PermitUse.Use> usage() {
    return use.list();
  }

  @Operation(summary = "One permit, and how often it was used")
  @GetMapping("/{id}")
  PermitView get(@PathVariable String id) {
    return book.current()
        .findPermit(id)
        .map(permit -> new PermitView(permit, use.of(id)))
        .orElseThrow(() -> new NoSuchElementException("no permit " + id));
  }

  @Operation(summary = "Enters a permit, or changes it from now on")
  @PutMapping("/{id}")
  PermitView put(@PathVariable String id, @RequestBody PermitForm form) {
    FormCheck check = new FormCheck();
    check.sameId(id, form.id());
    String holder = check.required("holder", form.holder());
    List<String> conducts = conducts(check, form);
    Instant from = check.present("validFrom", form.validFrom(), OffsetDateTime.MIN).toInstant();
    Instant to = check.present("validTo", form.validTo(), OffsetDateTime.MAX).toInstant();
    if (!from.isBefore(to)) {
      check.add(
          Fault.of("validTo", form.validTo(), "ends-before-it-begins", "is not after validFrom"));
    }
    Position position = bounds(check, form);
    String kind = form.kind() == null ? "other" : form.kind();
    check.oneOf("kind", kind, Permit.KINDS.toArray(String[]::new));
    check.complete();
    book.write(
        ReferenceKeys.entry(
            new Permit(
                id,
                holder,
                conducts,
                from,
                to,
                form.zone(),
                form.county(),
                position,
                form.radiusMetres(),
                form.species() == null ? List.of() : form.species(),
                form.document(),
                kind)));
    return get(id);
  }

  private List<String> conducts(FormCheck check, PermitForm form) {
    List<String> conducts = check.present("conducts", form.conducts(), List.of());
    if (conducts.isEmpty()) {
      check.add(Fault.of("conducts", null, "required", "at least one conduct is wanted"));
    }
    conducts.stream()
        .filter(conduct -> law.findConduct(conduct).isEmpty())
        .forEach(
            conduct ->
                check.add(
                    Fault.of(
                        "conducts", conduct, "unknown-conduct", "not in Article 7's catalogue")));
    return conducts;
  }

  private @Nullable Position bounds(FormCheck check, PermitForm form) {
    Reference reference = book.current();
    if (form.zone() != null
        && reference.zones().stream().noneMatch(zone -> zone.id().equals(form.zone()))) {
      check.add(Fault.of("zone", form.zone(), "unknown-zone", "no such zone"));
    }
    if ((form.position() == null) != (form.radiusMetres() == null)) {
      check.add(
          Fault.of(
              "radiusMetres", form.radiusMetres(), "required", "goes with position, and only so"));
    }
    return form.position() == null ? null : check.position("position", form.position());
  }
}
