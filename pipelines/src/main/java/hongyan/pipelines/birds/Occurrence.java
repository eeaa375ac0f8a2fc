package hongyan.pipelines.birds;

import com.fasterxml.jackson.annotation.JsonInclude;
import hongyan.geo.place.Position;
import hongyan.pipelines.records.Json;
import hongyan.pipelines.records.Receipt;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

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
 * @param organismID the bird itself, where it is known by a tag or a ring
 * @param statedPlace the country and county that the record names
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
    @Nullable String organismID,
    @Nullable StatedPlace statedPlace,
    @Nullable Sampling sampling,
    Receipt receipt) {

  private static final Receipt NONE = new Receipt("", Instant.EPOCH, null, "", 0, "", 0);

  /** Terms that are not given leave no trace, so that one added later changes no digest. */
  private static final JsonMapper GIVEN =
      Json.MAPPER
          .rebuild()
          .changeDefaultPropertyInclusion(
              all -> all.withValueInclusion(JsonInclude.Include.NON_NULL))
          .build();

  /** Returns whether {@code other}, of the same identity, says the same. */
  public boolean sameContent(Occurrence other) {
    return withReceipt(other.receipt).equals(other);
  }

  /** Returns whether birds were there; a record of an absence says that they were looked for. */
  public boolean birdsSeen() {
    return occurrenceStatus.equals("present");
  }

  /** Returns what stands for all that the record says: other for any other content. */
  public String digest() {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha256.digest(GIVEN.writeValueAsBytes(withReceipt(NONE))));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
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
        organismID,
        statedPlace,
        sampling,
        other);
  }
}
