package hongyan.service.records;

import hongyan.pipelines.birds.AreaChance;
import hongyan.pipelines.birds.Occurrence;
import hongyan.pipelines.birds.PlacedOccurrence;
import hongyan.pipelines.birds.Sampling;
import hongyan.pipelines.birds.StatedPlace;
import hongyan.service.api.GeoJson;
import hongyan.service.api.ZoneRefView;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A bird record as the API gives it back; Darwin Core's names.
 *
 * @param county the county that it counts in, or null
 * @param zones those that it counts in
 * @param chances where it states how uncertain its position is, the areas that it lies or may lie
 *     in, each with the probability; empty when its position was taken at its word
 * @param verdict {@code valid} or {@code invalid} where a person has decided
 */
record OccurrenceView(
    String occurrenceID,
    String scientificName,
    @Nullable String vernacularName,
    Instant eventStart,
    @Nullable Instant eventEnd,
    boolean hourKnown,
    GeoJson.Point position,
    @Nullable Double coordinateUncertaintyInMeters,
    @Nullable Integer individualCount,
    String occurrenceStatus,
    @Nullable String basisOfRecord,
    @Nullable String station,
    @Nullable String organismID,
    @Nullable StatedPlace statedPlace,
    @Nullable Sampling sampling,
    @Nullable String county,
    List<ZoneRefView> zones,
    List<AreaChance> chances,
    @Nullable String verdict,
    ReceiptView receipt) {

  static OccurrenceView of(PlacedOccurrence placed) {
    Occurrence occurrence = placed.occurrence();
    return new OccurrenceView(
        occurrence.occurrenceID(),
        occurrence.scientificName(),
        occurrence.vernacularName(),
        occurrence.eventStart(),
        occurrence.eventEnd(),
        occurrence.hourKnown(),
        GeoJson.Point.of(occurrence.position()),
        occurrence.coordinateUncertaintyInMeters(),
        occurrence.individualCount(),
        occurrence.occurrenceStatus(),
        occurrence.basisOfRecord(),
        occurrence.station(),
        occurrence.organismID(),
        occurrence.statedPlace(),
        occurrence.sampling(),
        placed.placement().county(),
        ZoneRefView.listOf(placed.placement()),
        placed.chances(),
        placed.verdict() == null ? null : placed.verdict().code(),
        ReceiptView.of(occurrence.receipt()));
  }
}
