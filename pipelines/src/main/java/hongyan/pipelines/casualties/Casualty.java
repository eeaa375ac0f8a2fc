package hongyan.pipelines.casualties;

import hongyan.geo.place.Position;
import hongyan.pipelines.records.Receipt;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A report of birds that were found dead, sick, hurt or trapped (articles 5 and 8). The fields are
 * those that a report of abnormal death asks for (LY/T 2359-2014, after a secondary source).
 *
 * @param position null when the report names a county only
 * @param county adcode that the sender names; used where there is no position
 * @param species any name of the species, or null where nobody knew
 * @param toll at least one bird
 * @param behaviour what the birds did, in words
 * @param samples which samples were taken, or null
 * @param disposal what was done with the birds, or null
 * @param source {@code patrol}, {@code public}, {@code device}, {@code market} or {@code online}
 * @param attachments SHA-256 of each photo and recording that came with it, lower-case hex
 */
public record Casualty(
    String casualtyID,
    Instant time,
    @Nullable Position position,
    @Nullable String county,
    @Nullable String species,
    Toll toll,
    @Nullable String behaviour,
    @Nullable String samples,
    @Nullable String disposal,
    String source,
    String description,
    @Nullable String reporter,
    List<String> attachments,
    Receipt receipt) {

  public Casualty {
    attachments = List.copyOf(attachments);
  }

  /** Returns whether {@code other}, of the same identity, says the same. */
  public boolean sameContent(Casualty other) {
    return withReceipt(other.receipt).equals(other);
  }

  private Casualty withReceipt(Receipt other) {
    return new Casualty(
        casualtyID,
        time,
        position,
        county,
        species,
        toll,
        behaviour,
        samples,
        disposal,
        source,
        description,
        reporter,
        attachments,
        other);
  }
}
