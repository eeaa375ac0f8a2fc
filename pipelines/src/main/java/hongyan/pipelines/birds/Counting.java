package hongyan.pipelines.birds;

import hongyan.geo.place.CivilTime;
import hongyan.geo.species.Species;
import hongyan.geo.zones.ZoneRef;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Which counts a bird record belongs to: every zone that covers it, its county, the city where it
 * lies in one of the city's counties, and the station that it names. Absences count nowhere, nor
 * does what a person decided to be wrong. Where its position is too uncertain it counts as unknown.
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
    if (!placed.counts()) {
      return contributions;
    }
    for (ZoneRef zone : placed.placement().zones()) {
      contributions.add(contribution(placed.occurrence(), "zone", zone.id(), true));
    }
    String county = placed.placement().county();
    if (county != null) {
      contributions.add(contribution(placed.occurrence(), "county", county, true));
    }
    if (inCity(placed)) {
      contributions.add(contribution(placed.occurrence(), "city", city, true));
    }
    for (AreaChance chance : placed.chances()) {
      if (!chance.placed()) {
        contributions.add(contribution(placed.occurrence(), chance.kind(), chance.id(), false));
      }
    }
    String station = placed.occurrence().station();
    if (station != null) {
      contributions.add(contribution(placed.occurrence(), "station", station, true));
    }
    return contributions;
  }

  /** At the border of two counties the city can be certain where neither of them is. */
  private static boolean inCity(PlacedOccurrence placed) {
    return placed.placement().county() != null
        || placed.chances().stream().anyMatch(c -> c.kind().equals("city") && c.placed());
  }

  private static CountChange contribution(
      Occurrence o, String kind, String subject, boolean placed) {
    LocalDate date = o.eventStart().atZone(CivilTime.ZONE).toLocalDate();
    Instant hour =
        o.hourKnown()
            ? o.eventStart().truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS)
            : null;
    Integer count = o.individualCount();
    return new CountChange(
        kind,
        subject,
        Species.load().accepted(o.scientificName()),
        date.toString(),
        hour,
        placed ? 1 : 0,
        placed && count != null ? count : 0,
        placed && count == null ? 1 : 0,
        placed ? 0 : 1);
  }
}
