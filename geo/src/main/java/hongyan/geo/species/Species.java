package hongyan.geo.species;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One species of the project's own table, under the name that the platform uses for it.
 *
 * @param scientificName genus and epithet, without author
 * @param vernacularName in Chinese
 * @param movement {@code migratory} or {@code resident} where a source says so, else null
 * @param movementSource that source, or null
 * @param synonyms other names, scientific and Chinese, under which records of it come
 */
public record Species(
    String scientificName,
    String vernacularName,
    String englishName,
    Family family,
    @Nullable String movement,
    @Nullable String movementSource,
    List<Synonym> synonyms) {

  /** A family with its order, in Latin and Chinese. */
  public record Family(String name, String nameZh, String order, String orderZh) {}

  /** Another name of a species. */
  public record Synonym(String name, String source) {}

  public Species {
    synonyms = List.copyOf(synonyms);
  }

  /**
   * Returns the table of all species, read once.
   *
   * @throws IllegalStateException when a file of the table is missing or wrong; names it
   */
  public static SpeciesTable load() {
    return Loaded.TABLE;
  }

  /** Read when it is first asked for. */
  private static final class Loaded {
    static final SpeciesTable TABLE = SpeciesFiles.read();
  }
}
