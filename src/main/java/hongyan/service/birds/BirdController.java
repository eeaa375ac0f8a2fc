package hongyan.service.birds;

import hongyan.geo.place.CivilTime;
import hongyan.geo.species.Species;
import hongyan.geo.species.SpeciesTable;
import hongyan.pipelines.series.CountQuery;
import hongyan.pipelines.series.CountQuery.Per;
import hongyan.pipelines.series.CountTotal;
import hongyan.pipelines.series.Page;
import hongyan.pipelines.series.SeriesStore;
import hongyan.service.api.ListOptions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Bird counts by zone, county, station and species. */
@Tag(name = "birds", description = "鸟类数量")
@RestController
@RequestMapping("/api/v1/birds")
class BirdController {
  private final SeriesStore series;
  private final Clock clock;

  BirdController(SeriesStore series, Clock clock) {
    this.series = series;
    this.clock = clock;
  }

  /**
   * What counts are asked for; the narrowest subject that is given counts, else the whole city.
   *
   * @param from first date, yyyy-MM-dd
   * @param to last date
   * @param per {@code hour}, {@code day} or {@code month}
   */
  record Wanted(
      @Nullable String zone,
      @Nullable String county,
      @Nullable String station,
      @Nullable String species,
      @Nullable String from,
      @Nullable String to,
      @Nullable String per) {

    CountQuery query() {
      return new Subject(zone, county, station)
          .counts(species, date("from", from), date("to", to), per(per));
    }

    private static @Nullable String date(String name, @Nullable String text) {
      try {
        return text == null ? null : LocalDate.parse(text).toString();
      } catch (DateTimeException e) {
        throw new IllegalArgumentException(
            "%s=%s: a date such as 2024-10-22 is wanted".formatted(name, text), e);
      }
    }

    private static Per per(@Nullable String text) {
      return text == null
          ? Per.DAY
          : Arrays.stream(Per.values())
              .filter(per -> per.name().toLowerCase(Locale.ROOT).equals(text))
              .findFirst()
              .orElseThrow(
                  () -> new IllegalArgumentException("per=%s: hour, day or month".formatted(text)));
    }
  }

  @Operation(
      summary = "Counts, newest first",
      description =
          "Species are counted under the name of the table of species. unknown is how many more"
              + " records may belong there: their position is too uncertain to say.")
  @GetMapping("/counts")
  Page<CountTotal> counts(@ParameterObject Wanted wanted, @ParameterObject ListOptions options) {
    return series.counts().list(wanted.query(), options.paging());
  }

  /**
   * A species that was recorded.
   *
   * @param scientificName the table's, or as it was sent where the table does not know it
   * @param species what the table says, or null
   */
  record Recorded(String scientificName, @Nullable SpeciesView species) {}

  @Operation(summary = "The species that were recorded, with what the table of species says")
  @GetMapping("/species")
  Page<Recorded> species() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), CivilTime.ZONE);
    SpeciesTable table = Species.load();
    return new Page<>(
        series.counts().listSpecies().stream()
            .map(
                name ->
                    new Recorded(
                        name,
                        table
                            .find(name)
                            .map(one -> SpeciesView.of(one, table, today))
                            .orElse(null)))
            .toList(),
        null);
  }
}
