package hongyan.service.doors.checks;

import hongyan.geo.place.Datum;
import hongyan.geo.place.Position;
import hongyan.pipelines.casualties.Casualty;
import hongyan.pipelines.casualties.Toll;
import hongyan.service.doors.forms.FieldNames;
import hongyan.service.doors.forms.Item;
import hongyan.service.doors.rejects.Rule;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Checks a report of dead, sick, hurt or trapped birds. One without {@code casualtyID} gets one
 * that is made of its content. The species may be unknown; the number of birds may not.
 */
public final class CasualtyCheck implements Check<Casualty> {
  public static final FieldNames FIELDS =
      new FieldNames(
          Set.of(
              "casualtyID",
              "time",
              "position",
              "datum",
              "county",
              "species",
              "dead",
              "sick",
              "injured",
              "trapped",
              "behaviour",
              "samples",
              "disposal",
              "source",
              "description",
              "reporter",
              "attachments",
              "modified"),
          List.of(),
          null);

  private final KnownPlaces places;
  private final SentFiles files;

  /**
   * @param files what came with the report, and what is there already
   */
  public CasualtyCheck(KnownPlaces places, SentFiles files) {
    this.places = places;
    this.files = files;
  }

  @Override
  public Checked<Casualty> check(Item item, Stamp stamp) {
    FieldReader fields = new FieldReader(item, stamp.now());
    String id = fields.text("casualtyID", FieldReader.ID_LENGTH);
    Instant time = fields.requiredMoment("time");
    Datum datum = Coordinates.datum(fields, "datum");
    Position position = PointReader.read(fields, "position", datum);
    String county = fields.known("county", places::isCounty, Rule.UNKNOWN_COUNTY);
    if (fields.cell("position") == null && fields.cell("county") == null) {
      fields.refuse("position", null, Rule.PLACE_MISSING, null);
    }
    String species = fields.text("species", FieldReader.NAME_LENGTH);
    Toll toll = toll(fields);
    String behaviour = fields.text("behaviour", FieldReader.TEXT_LENGTH);
    String samples = fields.text("samples", FieldReader.TEXT_LENGTH);
    String disposal = fields.text("disposal", FieldReader.TEXT_LENGTH);
    String source =
        fields.requiredWord(
            "source",
            FindingCheck.SOURCES::contains,
            Rule.UNKNOWN_SOURCE,
            String.join(" ", FindingCheck.SOURCES));
    String description = fields.text("description", FieldReader.TEXT_LENGTH);
    String said = description == null ? "" : description;
    String reporter = fields.text("reporter", FieldReader.NAME_LENGTH);
    List<String> attachments = files.read(fields);
    Instant modified = fields.modified();
    if (!fields.isClean()) {
      return Checked.refused(fields.faults());
    }
    String given =
        id != null
            ? id
            : ContentId.of(
                "c-",
                time,
                position,
                county,
                species,
                toll,
                behaviour,
                samples,
                disposal,
                source,
                said,
                reporter,
                attachments);
    Casualty casualty =
        new Casualty(
            given,
            time,
            position,
            county,
            species,
            toll,
            behaviour,
            samples,
            disposal,
            source,
            said,
            reporter,
            attachments,
            stamp.receipt(item, modified));
    return new Checked<>(casualty, List.of(), id == null ? given : null);
  }

  private static Toll toll(FieldReader fields) {
    Toll toll =
        new Toll(
            number(fields, "dead"),
            number(fields, "sick"),
            number(fields, "injured"),
            number(fields, "trapped"));
    if (toll.all() == 0 && fields.isClean()) {
      fields.refuse("dead", null, Rule.NUMBERS_MISSING, null);
    }
    return toll;
  }

  private static int number(FieldReader fields, String field) {
    Integer count = fields.count(field);
    if (count != null && count > MOST) {
      fields.refuse(field, count.toString(), Rule.VALUE_OUT_OF_RANGE, "[0, " + MOST + "]");
    }
    return count == null ? 0 : count;
  }

  /** More than any flock of the city; four of them fit into one number. */
  private static final int MOST = 1_000_000;
}
