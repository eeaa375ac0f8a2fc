package hongyan.pipelines.findings;

import hongyan.geo.place.Position;
import hongyan.pipelines.records.Receipt;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A report that a prohibited conduct may have taken place.
 *
 * @param conduct a code of Article 7's catalogue
 * @param position null when the report names no place, only a jurisdiction
 * @param county adcode that the sender names; used where there is no position
 * @param zone zone id that the sender names
 * @param device the registered device or marker that it is about, for item 7
 * @param source {@code patrol}, {@code public}, {@code device}, {@code market} or {@code online}
 * @param confidence 0 to 1, as the sender states it, or null
 * @param permit id of the permit that whoever did it showed or named, or null
 * @param holder who did it under leave, as they gave their name, or null
 * @param attachments SHA-256 of each photo and recording that came with it, lower-case hex
 * @param geometry the ground that it is about, a GeoJSON Polygon or MultiPolygon as text, or null
 * @param seller the person, shop or account that a report of trade is about, or null
 */
public record Finding(
    String findingID,
    String conduct,
    Instant time,
    @Nullable Position position,
    @Nullable String county,
    @Nullable String zone,
    @Nullable String species,
    @Nullable Integer count,
    @Nullable String device,
    String source,
    String description,
    @Nullable String reporter,
    @Nullable Double confidence,
    Receipt receipt,
    List<String> attachments,
    @Nullable String permit,
    @Nullable String holder,
    @Nullable String geometry,
    @Nullable String seller) {

  /** Records that were written before there were attachments have none. */
  public Finding {
    attachments = attachments == null ? List.of() : List.copyOf(attachments);
  }

  /**
   * A finding without attachments, by somebody who claims no leave, that shows no ground and names
   * no seller.
   */
  public Finding(
      String findingID,
      String conduct,
      Instant time,
      @Nullable Position position,
      @Nullable String county,
      @Nullable String zone,
      @Nullable String species,
      @Nullable Integer count,
      @Nullable String device,
      String source,
      String description,
      @Nullable String reporter,
      @Nullable Double confidence,
      Receipt receipt) {
    this(
        findingID,
        conduct,
        time,
        position,
        county,
        zone,
        species,
        count,
        device,
        source,
        description,
        reporter,
        confidence,
        receipt,
        List.of(),
        null,
        null,
        null,
        null);
  }

  /** Returns whether an instrument reported it, not a person. */
  public boolean byDevice() {
    return source.equals("device");
  }

  /** Returns whether {@code other}, of the same identity, says the same. */
  public boolean sameContent(Finding other) {
    return withReceipt(other.receipt).equals(other);
  }

  private Finding withReceipt(Receipt other) {
    return new Finding(
        findingID,
        conduct,
        time,
        position,
        county,
        zone,
        species,
        count,
        device,
        source,
        description,
        reporter,
        confidence,
        other,
        attachments,
        permit,
        holder,
        geometry,
        seller);
  }
}
