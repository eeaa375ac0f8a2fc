package hongyan.pipelines.birds.quality;

import hongyan.geo.species.Species;
import hongyan.geo.species.SpeciesTable;
import hongyan.pipelines.birds.Occurrence;
import hongyan.pipelines.quality.QualitySheet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The rules about a record's scientific name. A name is never replaced by what it resembles: it is
 * said what may have been meant.
 */
final class NameRules {
  private final QualitySheet none = OccurrenceSheets.load("TAXON_MATCH_NONE");
  private final QualitySheet fuzzy = OccurrenceSheets.load("TAXON_MATCH_FUZZY");
  private final QualitySheet higher = OccurrenceSheets.load("TAXON_MATCH_HIGHERRANK");
  private final SpeciesTable table = Species.load();

  Optional<OccurrenceDoubt> check(Occurrence occurrence) {
    String name = occurrence.scientificName();
    if (table.find(name).isPresent()) {
      return Optional.empty();
    }
    List<SpeciesTable.Suggestion> near = table.suggest(name);
    if (!near.isEmpty()) {
      String zh = names(near, "、");
      String en = names(near, ", ");
      return doubt(
          fuzzy,
          occurrence,
          "名录中没有“%s”，相近的有：%s".formatted(name, zh),
          "the table does not know \"%s\"; close to it are: %s".formatted(name, en));
    }
    return table.isHigherTaxon(name)
        ? doubt(
            higher,
            occurrence,
            "“%s”不是种名，只到属或以上".formatted(name),
            "\"%s\" names a genus or more, no species".formatted(name))
        : doubt(
            none,
            occurrence,
            "名录中没有“%s”".formatted(name),
            "the table does not know \"%s\"".formatted(name));
  }

  private static Optional<OccurrenceDoubt> doubt(
      QualitySheet sheet, Occurrence occurrence, String fact, String factEn) {
    return Optional.of(
        OccurrenceDoubt.of(
            sheet, occurrence.occurrenceID(), occurrence.eventStart(), fact, factEn));
  }

  private static String names(List<SpeciesTable.Suggestion> near, String between) {
    return near.stream()
        .map(one -> one.species().scientificName() + " " + one.species().vernacularName())
        .distinct()
        .collect(Collectors.joining(between));
  }
}
