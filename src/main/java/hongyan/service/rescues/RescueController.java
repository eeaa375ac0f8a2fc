package hongyan.service.rescues;

import hongyan.geo.place.CivilTime;
import hongyan.geo.species.Species;
import hongyan.pipelines.casualties.PlacedCasualty;
import hongyan.pipelines.series.Page;
import hongyan.pipelines.series.SeriesStore;
import hongyan.service.accounts.Person;
import hongyan.service.accounts.WhoAsks;
import hongyan.service.api.ListOptions;
import hongyan.service.errors.Conflict;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Rescue cases (Article 5), opened from casualties. */
@Tag(name = "rescues", description = "救护个案：收容的候鸟与去向 · birds in care and what became of them")
@RestController
@RequestMapping("/api/v1/rescues")
class RescueController {
  private final SeriesStore series;
  private final RescueStore store;
  private final WhoAsks whoAsks;
  private final Clock clock;

  RescueController(SeriesStore series, RescueStore store, WhoAsks whoAsks, Clock clock) {
    this.series = series;
    this.store = store;
    this.whoAsks = whoAsks;
    this.clock = clock;
  }

  /**
   * What a person sends to open a case.
   *
   * @param id the sender's own, so that sending twice opens one; without it one is made
   * @param birds how many came into care; all the living of the casualty when not said
   * @param openedAt when they came into care; now when not said
   */
  record Opening(
      @Nullable String id,
      @Nullable String casualty,
      @Nullable String species,
      @Nullable Integer birds,
      @Nullable String carer,
      @Nullable Instant openedAt,
      @Nullable String note) {}

  /**
   * What a person sends to tell what became of birds.
   *
   * @param birds of how many; all that are in care when not said
   * @param at when; now when not said
   */
  record Telling(
      @Nullable String outcome,
      @Nullable Integer birds,
      @Nullable Instant at,
      @Nullable String note) {}

  @Operation(summary = "Rescue cases, newest first")
  @GetMapping
  Page<Rescue> list(
      @RequestParam(required = false) @Nullable Integer year,
      @RequestParam(required = false) @Nullable String species,
      @RequestParam(required = false) @Nullable String county,
      @RequestParam(required = false) @Nullable String casualty,
      @RequestParam(required = false) @Nullable Boolean inCare,
      @ParameterObject ListOptions options) {
    var query =
        new RescueStore.Query(
            whoAsks.get().scope(), year, accepted(species), county, casualty, inCare);
    return store.list(query, options.paging());
  }

  @Operation(summary = "Birds in care by year and species, and what became of them")
  @GetMapping("/counts")
  List<RescueCount> counts(@RequestParam(required = false) @Nullable Integer year) {
    return store.count(year);
  }

  @Operation(summary = "One rescue case with its outcomes")
  @GetMapping("/{id}")
  Rescue get(@PathVariable String id) {
    return store
        .find(whoAsks.get().scope(), id)
        .orElseThrow(() -> new NoSuchElementException("no rescue case " + id));
  }

  @Operation(
      summary = "Opens a rescue case from a casualty",
      description =
          "Of one casualty no more birds can come into care than it has. species: only where the"
              + " casualty did not know it")
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Rescue open(@RequestBody Opening sent) {
    Person who = whoAsks.get();
    RescueForm form = new RescueForm(clock.instant());
    String carer = form.required("carer", sent.carer());
    String casualtyId = form.required("casualty", sent.casualty());
    Instant at = form.moment("openedAt", sent.openedAt(), Instant.EPOCH);
    form.complete();
    PlacedCasualty casualty = getCasualty(casualtyId);
    int left = casualty.casualty().toll().all() - store.countBirdsOf(casualtyId);
    int birds = sent.birds() == null ? casualty.casualty().toll().alive() : sent.birds();
    form.between("birds", birds, 1, 100_000);
    form.complete();
    String known = casualty.casualty().species();
    Rescue rescue =
        new Rescue(
            sent.id() == null ? UUID.randomUUID().toString() : sent.id(),
            casualtyId,
            accepted(known == null ? sent.species() : known),
            birds,
            birds,
            casualty.placement().county(),
            carer,
            at,
            who.account(),
            sent.note(),
            List.of());
    if (store.find(whoAsks.get().scope(), rescue.id()).isPresent()) {
      return get(rescue.id());
    }
    if (birds > left) {
      throw new Conflict(
          "casualty %s has %d birds that are not in care yet, not %d"
              .formatted(casualtyId, left, birds));
    }
    store.add(rescue, at.atZone(CivilTime.ZONE).getYear());
    return get(rescue.id());
  }

  @Operation(
      summary = "Tells what became of birds in care: released, died or transferred",
      description = "Append only. Birds of whom nothing is told are still in care")
  @PostMapping("/{id}/outcomes")
  Rescue tell(@PathVariable String id, @RequestBody Telling sent) {
    Person who = whoAsks.get();
    Rescue rescue = get(id);
    RescueForm form = new RescueForm(clock.instant());
    Outcome outcome = form.outcome(sent.outcome());
    Instant at = form.moment("at", sent.at(), rescue.openedAt());
    int birds = sent.birds() == null ? rescue.inCare() : sent.birds();
    if (sent.birds() != null) {
      form.between("birds", birds, 1, 100_000);
    }
    form.complete();
    var told = new Rescue.Told(outcome, birds, at, clock.instant(), who.account(), sent.note());
    if (birds == 0 || !store.add(id, told)) {
      throw new Conflict(
          "rescue case %s has %d birds in care, not %d".formatted(id, rescue.inCare(), birds));
    }
    return get(id);
  }

  private PlacedCasualty getCasualty(String id) {
    PlacedCasualty casualty = series.casualties().find(List.of(id)).get(id);
    if (casualty == null || !whoAsks.get().scope().covers(casualty.placement().county())) {
      throw new NoSuchElementException("no casualty " + id);
    }
    return casualty;
  }

  private static @Nullable String accepted(@Nullable String species) {
    return species == null ? null : Species.load().accepted(species);
  }
}
