package hongyan.service.birds;

import hongyan.geo.place.CivilTime;
import hongyan.pipelines.birds.surveys.EffortRate;
import hongyan.pipelines.birds.surveys.NightPassage;
import hongyan.pipelines.series.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What years of bird records say. */
@Tag(name = "birds")
@RestController
@RequestMapping("/api/v1/birds")
class SurveyController {
  private static final int LONGEST_DAYS = 366;

  private final Surveys surveys;
  private final Clock clock;

  SurveyController(Surveys surveys, Clock clock) {
    this.surveys = surveys;
    this.clock = clock;
  }

  @Operation(
      summary = "First, peak and last day of each species in a year and its two passages",
      description =
          "zone, county or station, the narrowest that is given, else the city; year is this year"
              + " when not said. Not corrected for effort; unknown is how many more records may belong"
              + " there.")
  @GetMapping("/phenology")
  Page<Surveys.PhenologyOfSpecies> phenology(
      @RequestParam(required = false) @Nullable String zone,
      @RequestParam(required = false) @Nullable String county,
      @RequestParam(required = false) @Nullable String station,
      @RequestParam(required = false) @Nullable String species,
      @RequestParam(required = false) @Nullable Integer year) {
    int asked = year == null ? LocalDate.now(clock.withZone(CivilTime.ZONE)).getYear() : year;
    return new Page<>(surveys.phenology(new Subject(zone, county, station), species, asked), null);
  }

  @Operation(
      summary = "Birds per hour of each night, between civil dusk and dawn, newest first",
      description =
          "from and to are at most a year apart; the last 30 days when not said. Hours without"
              + " records are not in it: nobody may have been there.")
  @GetMapping("/night-passage")
  Page<NightPassage> nightPassage(
      @RequestParam(required = false) @Nullable String zone,
      @RequestParam(required = false) @Nullable String county,
      @RequestParam(required = false) @Nullable String station,
      @RequestParam(required = false) @Nullable String species,
      @RequestParam(required = false) @Nullable Instant from,
      @RequestParam(required = false) @Nullable Instant to) {
    Instant end = to == null ? clock.instant() : to;
    Instant start = from == null ? end.minus(30, ChronoUnit.DAYS) : from;
    if (!start.isBefore(end) || ChronoUnit.DAYS.between(start, end) > LONGEST_DAYS) {
      throw new IllegalArgumentException(
          "from=%s to=%s: from must be before to, at most %d days"
              .formatted(start, end, LONGEST_DAYS));
    }
    return new Page<>(
        surveys.nights(new Subject(zone, county, station), species, start, end), null);
  }

  @Operation(
      summary = "Counts of a species over the hours or kilometres of search",
      description =
          "per is day, month (when not said) or year; from and to are dates, to inclusive. Surveys"
              + " are records of one eventID; those that found none of the species count with their"
              + " effort. What has no effort is not corrected, and notCorrected says how much that"
              + " is.")
  @GetMapping("/effort")
  Page<EffortRate> effort(
      @RequestParam(required = false) @Nullable String zone,
      @RequestParam(required = false) @Nullable String county,
      @RequestParam(required = false) @Nullable String station,
      @RequestParam String species,
      @RequestParam(required = false) @Nullable LocalDate from,
      @RequestParam(required = false) @Nullable LocalDate to,
      @RequestParam(required = false) @Nullable String per) {
    LocalDate last = to == null ? LocalDate.now(clock.withZone(CivilTime.ZONE)) : to;
    LocalDate first = from == null ? last.minusYears(1) : from;
    return new Page<>(
        surveys.effort(new Subject(zone, county, station), species, first, last, per), null);
  }

  @Operation(
      summary = "Whether a species becomes more or fewer, with its uncertainty",
      description =
          "A log-linear quasi-Poisson regression of the yearly sums on the year; effort is an offset"
              + " where every year has it. part is year (when not said), spring or autumn; a part"
              + " that is not over yet is left out.")
  @GetMapping("/trend")
  Surveys.TrendOfSpecies trend(
      @RequestParam(required = false) @Nullable String zone,
      @RequestParam(required = false) @Nullable String county,
      @RequestParam(required = false) @Nullable String station,
      @RequestParam String species,
      @RequestParam(required = false) @Nullable String part) {
    return surveys.trend(
        new Subject(zone, county, station),
        species,
        part == null ? "year" : part,
        LocalDate.now(clock.withZone(CivilTime.ZONE)));
  }
}
