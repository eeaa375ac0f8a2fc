package hongyan.service.archives;

import hongyan.geo.city.City;
import hongyan.geo.place.CivilTime;
import hongyan.pipelines.birds.Occurrence;
import hongyan.pipelines.birds.PlacedOccurrence;
import hongyan.pipelines.quality.Verdict;
import hongyan.pipelines.series.OccurrenceQuery;
import hongyan.pipelines.series.Page;
import hongyan.pipelines.series.Paging;
import hongyan.pipelines.series.Scope;
import hongyan.pipelines.series.SeriesStore;
import hongyan.service.accounts.Role;
import hongyan.service.accounts.WhoAsks;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Gives any selection of bird records as a Darwin Core Archive. */
@Tag(name = "records")
@RestController
class OccurrenceArchiveController {
  private static final int PAGE = 2_000;

  private final SeriesStore series;
  private final City city;
  private final WhoAsks who;
  private final Clock clock;
  private final Generalisation generalisation = Generalisation.load();

  OccurrenceArchiveController(SeriesStore series, City city, WhoAsks who, Clock clock) {
    this.series = series;
    this.city = city;
    this.who = who;
    this.clock = clock;
  }

  @Operation(
      summary = "Bird records as Darwin Core Archive, the same filters as the list",
      description =
          "Without the forestry role, positions of species in class I and II, and of names that the"
              + " table of species does not know, are generalised; dataGeneralizations and"
              + " informationWithheld say so. Records decided invalid are left out.")
  @GetMapping(value = "/api/v1/occurrences/archive", produces = "application/zip")
  void archive(
      @RequestParam(required = false) @Nullable String id,
      @RequestParam(required = false) @Nullable String station,
      @RequestParam(required = false) @Nullable String county,
      @RequestParam(required = false) @Nullable String zone,
      @RequestParam(required = false) @Nullable String species,
      @RequestParam(required = false) @Nullable Instant from,
      @RequestParam(required = false) @Nullable Instant to,
      HttpServletResponse response)
      throws IOException {
    OccurrenceQuery query = new OccurrenceQuery(id, station, county, zone, species, from, to);
    boolean exact = who.get().has(Role.FORESTRY);
    // Exact places only of the counties that they work for; generalised ones of all.
    Scope scope = exact ? who.get().scope() : Scope.everything();
    LocalDate today = LocalDate.ofInstant(clock.instant(), CivilTime.ZONE);
    Page<PlacedOccurrence> page = series.occurrences().list(scope, query, Paging.first(PAGE));
    response.setContentType("application/zip");
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        "attachment; filename=\"occurrences-%s.zip\"".formatted(today));
    try (ArchiveWriter archive =
        new ArchiveWriter(response.getOutputStream(), city.name(), today)) {
      while (true) {
        for (PlacedOccurrence placed : page.items()) {
          if (placed.verdict() != Verdict.INVALID) {
            archive.write(released(placed.occurrence(), exact, today));
          }
        }
        if (page.next() == null) {
          return;
        }
        page = series.occurrences().list(scope, query, new Paging(PAGE, page.next()));
      }
    }
  }

  private Released released(Occurrence occurrence, boolean exact, LocalDate today) {
    return exact ? Released.exactly(occurrence) : generalisation.forPublic(occurrence, today);
  }
}
