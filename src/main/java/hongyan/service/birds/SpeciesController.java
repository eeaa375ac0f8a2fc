package hongyan.service.birds;

import hongyan.geo.place.CivilTime;
import hongyan.geo.species.ProtectionList;
import hongyan.geo.species.Species;
import hongyan.geo.species.SpeciesTable;
import hongyan.pipelines.series.Paging;
import hongyan.service.api.ListOptions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The project's own table of species. */
@Tag(name = "birds")
@RestController
@RequestMapping("/api/v1/species")
class SpeciesController {
  private final SpeciesTable table = Species.load();
  private final Clock clock;

  SpeciesController(Clock clock) {
    this.clock = clock;
  }

  /**
   * A part of the list.
   *
   * @param suggestions where nothing was found, names that are close to what was asked
   */
  record Answer(List<SpeciesView> items, @Nullable String next, List<Suggestion> suggestions) {}

  /**
   * A name that may have been meant.
   *
   * @param distance letters that differ
   */
  record Suggestion(String name, String scientificName, String vernacularName, int distance) {}

  @Operation(
      summary = "Species by any of their names, by scientific name",
      description =
          "q is a part of a scientific, Chinese, English or other name; at is the day whose list of"
              + " protected species counts. A name that is not found is not guessed at: suggestions"
              + " say what is close to it.")
  @GetMapping
  Answer list(
      @RequestParam(required = false) @Nullable String q,
      @RequestParam(required = false) @Nullable Instant at,
      @ParameterObject ListOptions options) {
    Paging paging = options.paging();
    String after = paging.cursor() == null ? "" : paging.cursor();
    List<Species> found = q == null ? table.list() : found(q);
    List<Species> rest =
        found.stream().filter(one -> one.scientificName().compareTo(after) > 0).toList();
    List<Species> shown = rest.stream().limit(paging.limit()).toList();
    String next = rest.size() > shown.size() ? shown.get(shown.size() - 1).scientificName() : null;
    return new Answer(
        shown.stream().map(one -> SpeciesView.of(one, table, day(at))).toList(),
        next,
        q == null || !found.isEmpty() ? List.of() : suggestions(q));
  }

  @Operation(
      summary = "One species by any of its names",
      description = "Author, subspecies and case do not matter; 404 says which names are close.")
  @GetMapping("/{scientificName}")
  SpeciesView get(
      @PathVariable String scientificName, @RequestParam(required = false) @Nullable Instant at) {
    return table
        .find(scientificName)
        .map(one -> SpeciesView.of(one, table, day(at)))
        .orElseThrow(() -> new NoSuchElementException(unknown(scientificName)));
  }

  @Operation(summary = "The lists of protected species that are held, with their certainty")
  @GetMapping("/protection-lists")
  List<ProtectionList> lists() {
    return table.lists();
  }

  private List<Species> found(String q) {
    List<Species> containing = table.search(q);
    return containing.isEmpty() ? table.find(q).stream().toList() : containing;
  }

  private String unknown(String name) {
    String close =
        suggestions(name).stream()
            .map(one -> one.scientificName() + " " + one.vernacularName())
            .distinct()
            .collect(Collectors.joining("; "));
    return close.isEmpty()
        ? "no species is called \"%s\"".formatted(name)
        : "no species is called \"%s\"; close to it are: %s".formatted(name, close);
  }

  private List<Suggestion> suggestions(String name) {
    return table.suggest(name).stream()
        .map(
            one ->
                new Suggestion(
                    one.name(),
                    one.species().scientificName(),
                    one.species().vernacularName(),
                    one.distance()))
        .toList();
  }

  private LocalDate day(@Nullable Instant at) {
    return LocalDate.ofInstant(at == null ? clock.instant() : at, CivilTime.ZONE);
  }
}
