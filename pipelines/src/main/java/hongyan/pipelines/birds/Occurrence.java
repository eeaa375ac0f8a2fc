package hongyan.pipelines.birds;

import hongyan.geo.place.Position;
import hongyan.pipelines.records.Receipt;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One bird record. Components carry Darwin Core's meaning under Darwin Core's names.
 *
 * @param eventStart start of eventDate; for a bare date, 00:00 in Asia/Shanghai
 * @param eventEnd its end, exclusive, where eventDate is a date or an interval; else null
 * @param hourKnown whether eventDate says more than the day, so that the record has an hour
 * @param position WGS 84, converted where geodeticDatum names another
 * @param coordinateUncertaintyInMeters null when not given
 * @param individualCount null when the birds were not counted
 * @param occurrenceStatus {@code present} or {@code absent}
 * @param station the registered station that it was made at, where the record names one
 */
public record Occurrence(
    String occurrenceID,
    String scientificName,
    @Nullable String vernacularName,
    Instant eventStart,
    @Nullable Instant eventEnd,
    boolean hourKnown,
    Position position,
    @Nullable Double coordinateUncertaintyInMeters,
    @Nullable Integer individualCount,
    String occurrenceStatus,
    @Nullable String basisOfRecord,
    @Nullable String station,
    Receipt receipt) {

  /** Returns whether {@code other}, of the same identity, says the same. */
  public boolean sameContent(Occurrence other) {
    return withReceipt(other.receipt).equals(other);
  }

  /** Returns whether birds were there; a record of an absence says that they were looked for. */
  public boolean birdsSeen() {
    return occurrenceStatus.equals("present");
  }

  private Occurrence withReceipt(Receipt other) {
    return new Occurrence(
        occurrenceID,
        scientificName,
        vernacularName,
        eventStart,
        eventEnd,
        hourKnown,
        position,
        coordinateUncertaintyInMeters,
        individualCount,
        occurrenceStatus,
        basisOfRecord,
        station,
        other);
  }
}
