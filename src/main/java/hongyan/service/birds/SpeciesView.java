package hongyan.service.birds;

import hongyan.geo.species.Protection;
import hongyan.geo.species.Species;
import hongyan.geo.species.SpeciesTable;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A species as the API gives it.
 *
 * @param movement {@code migratory} or {@code resident}, where a source says so
 * @param protection what the list in force on {@code protectionOn} says
 */
record SpeciesView(
    String scientificName,
    String vernacularName,
    String englishName,
    Species.Family family,
    @Nullable String movement,
    @Nullable String movementSource,
    List<Species.Synonym> synonyms,
    LocalDate protectionOn,
    Protection protection) {

  static SpeciesView of(Species species, SpeciesTable table, LocalDate day) {
    return new SpeciesView(
        species.scientificName(),
        species.vernacularName(),
        species.englishName(),
        species.family(),
        species.movement(),
        species.movementSource(),
        species.synonyms(),
        day,
        table.protection(species, day));
  }
}
