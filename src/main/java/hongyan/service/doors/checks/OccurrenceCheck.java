package hongyan.service.doors.checks;

import hongyan.geo.place.Datum;
import hongyan.geo.place.Position;
import hongyan.pipelines.birds.Occurrence;
import hongyan.pipelines.birds.Sampling;
import hongyan.pipelines.birds.StatedPlace;
import hongyan.service.doors.forms.FieldNames;
import hongyan.service.doors.forms.Item;
import hongyan.service.doors.rejects.Rule;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Checks a bird record in Darwin Core's terms. {@code locationID} is the registered station, where
 * there is one. Of occurrenceStatus and basisOfRecord GBIF's spelling in capitals ({@code PRESENT},
 * {@code HUMAN_OBSERVATION}) is taken too. Terms that are not named here stay in the verbatim form.
 */
public final class OccurrenceCheck implements Check<Occurrence> {
  public static final FieldNames FIELDS =
      new FieldNames(
          Set.of(
              "occurrenceID",
              "scientificName",
              "vernacularName",
              "eventDate",
              "decimalLongitude",
              "decimalLatitude",
              "geodeticDatum",
              "coordinateUncertaintyInMeters",
              "individualCount",
              "occurrenceStatus",
              "basisOfRecord",
              "locationID",
              "organismID",
              "countryCode",
              "county",
              "eventID",
              "samplingProtocol",
              "samplingEffort",
              "sampleSizeValue",
              "sampleSizeUnit",
              "modified"),
          List.of(
              "occurrenceID", "scientificName", "eventDate", "decimalLongitude", "decimalLatitude"),
          null);

  private static final List<String> BASES =
      List.of(
          "HumanObservation",
          "MachineObservation",
          "PreservedSpecimen",
          "LivingSpecimen",
          "FossilSpecimen",
          "MaterialSample",
          "MaterialEntity",
          "MaterialCitation",
          "Occurrence",
          "Event",
          "Taxon");

  private static final TreeMap<String, String> BASES_BY_NAME = new TreeMap<>();

  static {
    for (String basis : BASES) {
      BASES_BY_NAME.put(basis, basis);
      String capitals = basis.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
      BASES_BY_NAME.put(capitals, basis);
    }
  }

  private static final BigDecimal HALF_THE_EARTH = BigDecimal.valueOf(20_040_000);

  private final KnownPlaces places;

  public OccurrenceCheck(KnownPlaces places) {
    this.places = places;
  }

  @Override
  public Checked<Occurrence> check(Item item, Stamp stamp) {
    FieldReader fields = new FieldReader(item, stamp.now());
    String id = fields.requiredText("occurrenceID", FieldReader.ID_LENGTH);
    String name = fields.requiredText("scientificName", FieldReader.NAME_LENGTH);
    String vernacular = fields.text("vernacularName", FieldReader.NAME_LENGTH);
    EventDate date = date(fields);
    Position position = position(fields);
    Double uncertainty = uncertainty(fields);
    Integer count = fields.count("individualCount");
    String status = status(fields, count);
    String basis = basis(fields);
    String station = station(fields);
    String organism = fields.text("organismID", FieldReader.ID_LENGTH);
    StatedPlace stated = statedPlace(fields);
    Sampling sampling = sampling(fields);
    Instant modified = fields.modified();
    if (!fields.isClean()) {
      return Checked.refused(fields.faults());
    }
    return Checked.accepted(
        new Occurrence(
            id,
            name,
            vernacular,
            date.start(),
            date.end(),
            date.hourKnown(),
            position,
            uncertainty,
            count,
            status,
            basis,
            station,
            organism,
            stated,
            sampling,
            stamp.receipt(item, modified)));
  }

  private static @Nullable StatedPlace statedPlace(FieldReader fields) {
    return new StatedPlace(
            fields.text("countryCode", FieldReader.NAME_LENGTH),
            fields.text("county", FieldReader.NAME_LENGTH))
        .orNull();
  }

  private static @Nullable Sampling sampling(FieldReader fields) {
    BigDecimal size = fields.decimal("sampleSizeValue", Rule.NOT_A_NUMBER);
    if (size != null && size.signum() < 0) {
      fields.refuse("sampleSizeValue", size.toString(), Rule.VALUE_OUT_OF_RANGE, "≥ 0");
    }
    return new Sampling(
            fields.text("eventID", FieldReader.ID_LENGTH),
            fields.text("samplingProtocol", FieldReader.NAME_LENGTH),
            fields.text("samplingEffort", FieldReader.NAME_LENGTH),
            size,
            fields.text("sampleSizeUnit", FieldReader.NAME_LENGTH))
        .orNull();
  }

  private static @Nullable EventDate date(FieldReader fields) {
    String text = fields.requiredText("eventDate", FieldReader.NAME_LENGTH);
    if (text == null) {
      return null;
    }
    EventDate date = EventDate.parse(text);
    if (date.fault() != null) {
      fields.refuse("eventDate", text, date.fault(), null);
      return null;
    }
    return fields.isPlausible("eventDate", text, date.start(), date.latest()) ? date : null;
  }

  private static @Nullable Position position(FieldReader fields) {
    BigDecimal lon = fields.requiredDecimal("decimalLongitude", Rule.COORDINATE_INVALID);
    BigDecimal lat = fields.requiredDecimal("decimalLatitude", Rule.COORDINATE_INVALID);
    Datum datum = Coordinates.datum(fields, "geodeticDatum");
    return lon == null || lat == null
        ? null
        : Coordinates.position(fields, "decimalLongitude", "decimalLatitude", lon, lat, datum);
  }

  private static @Nullable Double uncertainty(FieldReader fields) {
    String field = "coordinateUncertaintyInMeters";
    BigDecimal metres = fields.decimal(field, Rule.COORDINATE_UNCERTAINTY_METERS_INVALID);
    if (metres == null) {
      return null;
    }
    if (metres.signum() <= 0 || metres.compareTo(HALF_THE_EARTH) > 0) {
      Rule rule = Rule.COORDINATE_UNCERTAINTY_METERS_INVALID;
      fields.refuse(field, metres.toString(), rule, "≤ " + HALF_THE_EARTH);
    }
    return metres.doubleValue();
  }

  /** Returns present or absent; a count of 0 means absent, and may not be said to be present. */
  private static @Nullable String status(FieldReader fields, @Nullable Integer count) {
    String text = fields.text("occurrenceStatus", FieldReader.NAME_LENGTH);
    String counted = count == null ? null : count == 0 ? "absent" : "present";
    if (text == null) {
      return counted == null ? "present" : counted;
    }
    String status =
        text.equals("PRESENT") || text.equals("ABSENT") ? text.toLowerCase(Locale.ROOT) : text;
    if (!status.equals("present") && !status.equals("absent")) {
      fields.refuse("occurrenceStatus", text, Rule.OCCURRENCE_STATUS_UNPARSABLE, null);
    } else if (counted != null && !counted.equals(status)) {
      Rule rule = Rule.INDIVIDUAL_COUNT_CONFLICTS_WITH_OCCURRENCE_STATUS;
      fields.refuse("individualCount", String.valueOf(count), rule, text);
    }
    return status;
  }

  private static @Nullable String basis(FieldReader fields) {
    String text = fields.text("basisOfRecord", FieldReader.NAME_LENGTH);
    String basis = text == null ? null : BASES_BY_NAME.get(text);
    if (text != null && basis == null) {
      fields.refuse("basisOfRecord", text, Rule.BASIS_OF_RECORD_INVALID, String.join(" ", BASES));
    }
    return basis;
  }

  private @Nullable String station(FieldReader fields) {
    String station = fields.text("locationID", FieldReader.ID_LENGTH);
    if (station != null && !places.isStation(station)) {
      fields.refuse("locationID", station, Rule.UNKNOWN_STATION, "1");
    }
    return station;
  }
}
