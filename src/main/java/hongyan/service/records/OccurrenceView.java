package hongyan.service.records;

import hongyan.pipelines.birds.Occurrence;
import hongyan.pipelines.birds.PlacedOccurrence;
import hongyan.service.api.GeoJson;
import hongyan.service.api.ZoneRefView;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A bird record as the API gives it back; Darwin Core's names. */
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
    @Nullable String county,
    List<ZoneRefView> zones,
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
        placed.placement().county(),
        ZoneRefView.listOf(placed.placement()),
        ReceiptView.of(occurrence.receipt()));
  }
}
