package hongyan.service.reference;

import hongyan.geo.city.City;
import hongyan.geo.law.NoHuntingPeriod;
import hongyan.geo.zones.Season;
import hongyan.geo.zones.Seasons;
import hongyan.service.errors.Refused.Fault;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
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

/** Closed seasons for hunting (禁猎期): records of their own, no seasons of a zone. */
@Tag(name = "reference")
@RestController
@RequestMapping("/api/v1/no-hunting-periods")
class NoHuntingPeriodController {
  private final ReferenceBook book;
  private final City city;

  NoHuntingPeriodController(ReferenceBook book, City city) {
    this.book = book;
    this.city = city;
  }

  /** A period as the API takes it; the notice that sets it is required. */
  record PeriodForm(
      @Nullable String id,
      @Nullable String name,
      @Nullable String from,
      @Nullable String to,
      @Nullable List<String> counties,
      @Nullable String zone,
      @Nullable String document) {}

  @Operation(
      summary = "The closed seasons for hunting; with at=, those whose days cover that moment")
  @GetMapping
  List<NoHuntingPeriod> list(@RequestParam(required = false) @Nullable Instant at) {
    return book.current().noHuntingPeriods().stream()
        .filter(period -> at == null || Seasons.inSeason(List.of(period.days()), at))
        .sorted(Comparator.comparing(NoHuntingPeriod::id))
        .toList();
  }

  @Operation(summary = "One closed season")
  @GetMapping("/{id}")
  NoHuntingPeriod get(@PathVariable String id) {
    return book.current().noHuntingPeriods().stream()
        .filter(period -> period.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException("no closed season " + id));
  }

  @Operation(summary = "Enters a closed season, or changes it")
  @PutMapping("/{id}")
  NoHuntingPeriod put(@PathVariable String id, @RequestBody PeriodForm form) {
    FormCheck check = new FormCheck();
    check.sameId(id, form.id());
    String name = check.required("name", form.name());
    String from = check.required("from", form.from());
    String to = check.required("to", form.to());
    String document = check.required("document", form.document());
    List<String> counties = form.counties() == null ? List.of() : form.counties();
    counties.stream()
        .filter(county -> city.counties().find(county).isEmpty())
        .forEach(
            county ->
                check.add(Fault.of("counties", county, "unknown-county", "none of this city's")));
    if (form.zone() != null
        && book.current().zones().stream().noneMatch(zone -> zone.id().equals(form.zone()))) {
      check.add(Fault.of("zone", form.zone(), "unknown-zone", "no such zone"));
    }
    if (!from.isEmpty() && !to.isEmpty()) {
      Seasons.findFault(new Season(from, to, null))
          .ifPresent(fault -> check.add(Fault.of("from", from, "no-such-season", fault)));
    }
    check.complete();
    book.write(
        ReferenceKeys.entry(
            new NoHuntingPeriod(id, name, from, to, counties, form.zone(), document)));
    return get(id);
  }
}
