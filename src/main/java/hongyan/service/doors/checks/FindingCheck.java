package hongyan.service.doors.checks;

import hongyan.geo.place.Datum;
import hongyan.geo.place.Position;
import hongyan.pipelines.findings.Finding;
import hongyan.service.doors.forms.FieldNames;
import hongyan.service.doors.forms.Item;
import hongyan.service.doors.rejects.Rule;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Checks a finding. A finding without {@code findingID} gets one that is made of its content, so
 * that the same report sent twice is one. A lead is not lost for want of a description: it may be
 * absent, and is then empty.
 */
public final class FindingCheck implements Check<Finding> {
  public static final FieldNames FIELDS =
      new FieldNames(
          Set.of(
              "findingID",
              "conduct",
              "time",
              "position",
              "datum",
              "county",
              "zone",
              "species",
              "count",
              "device",
              "source",
              "description",
              "reporter",
              "confidence",
              "attachments",
              "permit",
              "holder",
              "geometry",
              "seller",
              "modified"),
          List.of(),
          null);

  static final List<String> SOURCES = List.of("patrol", "public", "device", "market", "online");

  private final KnownPlaces places;
  private final Predicate<String> isConduct;
  private final SentFiles files;

  /**
   * @param isConduct whether Article 7's catalogue has that code
   * @param files what came with the finding, and what is there already
   */
  public FindingCheck(KnownPlaces places, Predicate<String> isConduct, SentFiles files) {
    this.places = places;
    this.isConduct = isConduct;
    this.files = files;
  }

  @Override
  public Checked<Finding> check(Item item, Stamp stamp) {
    FieldReader fields = new FieldReader(item, stamp.now());
    String id = fields.text("findingID", FieldReader.ID_LENGTH);
    String conduct = fields.requiredWord("conduct", isConduct, Rule.UNKNOWN_CONDUCT, null);
    Instant time = fields.requiredMoment("time");
    Datum datum = Coordinates.datum(fields, "datum");
    Position position = PointReader.read(fields, "position", datum);
    String county = fields.known("county", places::isCounty, Rule.UNKNOWN_COUNTY);
    String zone = fields.known("zone", places::isZone, Rule.UNKNOWN_ZONE);
    String geometry = PolygonCheck.read(fields, "geometry", datum);
    if (Stream.of("position", "county", "zone", "geometry", "device")
        .allMatch(field -> fields.cell(field) == null)) {
      fields.refuse("position", null, Rule.PLACE_MISSING, null);
    }
    String species = fields.text("species", FieldReader.NAME_LENGTH);
    Integer count = fields.count("count");
    String device = fields.known("device", places::isDevice, Rule.UNKNOWN_DEVICE);
    String taken = String.join(" ", SOURCES);
    String source = fields.requiredWord("source", SOURCES::contains, Rule.UNKNOWN_SOURCE, taken);
    String description = fields.text("description", FieldReader.TEXT_LENGTH);
    String reporter = fields.text("reporter", FieldReader.NAME_LENGTH);
    Double confidence = confidence(fields);
    List<String> attachments = files.read(fields);
    String permit = fields.text("permit", FieldReader.ID_LENGTH);
    String holder = fields.text("holder", FieldReader.NAME_LENGTH);
    String seller = fields.text("seller", FieldReader.NAME_LENGTH);
    Instant modified = fields.modified();
    if (!fields.isClean()) {
      return Checked.refused(fields.faults());
    }
    String said = description == null ? "" : description;
    String given =
        id != null
            ? id
            : ContentId.of(
                "f-",
                conduct,
                time,
                position,
                county,
                zone,
                species,
                count,
                device,
                source,
                said,
                reporter,
                confidence,
                attachments,
                claimed(permit, holder),
                added("geometry", geometry),
                added("seller", seller));
    Finding finding =
        new Finding(
            given,
            conduct,
            time,
            position,
            county,
            zone,
            species,
            count,
            device,
            source,
            said,
            reporter,
            confidence,
            stamp.receipt(item, modified),
            attachments,
            permit,
            holder,
            geometry,
            seller);
    return new Checked<>(finding, List.of(), id == null ? given : null);
  }

  /** What adds to the identity of a report, and nothing where no leave is claimed. */
  private static List<String> claimed(@Nullable String permit, @Nullable String holder) {
    return permit == null && holder == null ? List.of() : List.of("" + permit, "" + holder);
  }

  private static @Nullable Double confidence(FieldReader fields) {
    BigDecimal confidence = fields.decimal("confidence", Rule.CONFIDENCE_INVALID);
    if (confidence == null) {
      return null;
    }
    if (confidence.signum() < 0 || confidence.compareTo(BigDecimal.ONE) > 0) {
      fields.refuse("confidence", confidence.toString(), Rule.CONFIDENCE_INVALID, null);
    }
    return confidence.doubleValue();
  }

  /** A field that came later: a report without it keeps the id that it had before. */
  private static List<String> added(String name, @Nullable String value) {
    return value == null ? List.of() : List.of(name, value);
  }
}
