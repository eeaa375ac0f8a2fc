package hongyan.pipelines.birds;

import hongyan.geo.place.CivilTime;
import hongyan.geo.zones.ZoneRef;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Which counts a bird record belongs to: every zone that covers it, its county, the city where it
 * lies in one of the city's counties, and the station that it names. Absences count nowhere.
 */
public final class Counting {

  private Counting() {}

  /** Lists what {@code change} does to the counts: what was there goes, what is new comes. */
  public static List<CountChange> changes(OccurrenceChange change, String city) {
    var changes = new ArrayList<CountChange>();
    if (change.before() != null) {
      contributions(change.before(), city).forEach(c -> changes.add(c.negated()));
    }
    changes.addAll(contributions(change.after(), city));
    return changes;
  }

  /** Lists what one record contributes. */
  static List<CountChange> contributions(PlacedOccurrence placed, String city) {
    var contributions = new ArrayList<CountChange>();
    if (!placed.occurrence().birdsSeen()) {
      return contributions;
    }
    for (ZoneRef zone : placed.placement().zones()) {
      contributions.add(contribution(placed.occurrence(), "zone", zone.id()));
    }
    String county = placed.placement().county();
    if (county != null) {
      contributions.add(contribution(placed.occurrence(), "county", county));
      contributions.add(contribution(placed.occurrence(), "city", city));
    }
    String station = placed.occurrence().station();
    if (station != null) {
      contributions.add(contribution(placed.occurrence(), "station", station));
    }
    return contributions;
  }

  private static CountChange contribution(Occurrence o, String kind, String subject) {
    LocalDate date = o.eventStart().atZone(CivilTime.ZONE).toLocalDate();
    Instant hour =
        o.hourKnown()
            ? o.eventStart().truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS)
            : null;
    Integer count = o.individualCount();
    return new CountChange(
        kind,
        subject,
        o.scientificName(),
        date.toString(),
        hour,
        1,
        count == null ? 0 : count,
        count == null ? 1 : 0);
  }
}
