package hongyan.pipelines.birds;

import static hongyan.pipelines.records.RecordFixtures.IN_FLYWAY;
import static hongyan.pipelines.records.RecordFixtures.occurrence;
import static hongyan.pipelines.records.RecordFixtures.time;
import static org.assertj.core.api.Assertions.assertThat;

import hongyan.geo.zones.Placement;
import org.junit.jupiter.api.Test;

class CountingTest {

  private static final Occurrence FOUR = occurrence("o1", "2024-10-22T23:10:00+08:00", 4, 1);

  @Test
  void countsForZoneCountyAndCity() {
    assertThat(Counting.contributions(new PlacedOccurrence(FOUR, IN_FLYWAY), "431100"))
        .extracting(CountChange::subjectKind, CountChange::subject)
        .map(t -> t.toList().toString())
        .containsExactly("[zone, flyway-1]", "[county, 431127]", "[city, 431100]");
  }

  @Test
  void putsTheLastHourOnTheDayThatItEnds() {
    CountChange change =
        Counting.contributions(new PlacedOccurrence(FOUR, IN_FLYWAY), "431100").get(0);
    assertThat(change.date()).isEqualTo("2024-10-22");
    assertThat(change.hour()).isEqualTo(time("2024-10-23T00:00:00+08:00"));
  }

  @Test
  void countsNothingOutsideTheCityButTheStation() {
    assertThat(Counting.contributions(new PlacedOccurrence(FOUR, Placement.UNKNOWN), "431100"))
        .isEmpty();
  }

  @Test
  void takesBackWhatACorrectionReplaces() {
    Occurrence uncounted = occurrence("o1", "2024-10-22T23:10:00+08:00", null, 2);
    var change =
        new OccurrenceChange(
            new PlacedOccurrence(FOUR, IN_FLYWAY), new PlacedOccurrence(uncounted, IN_FLYWAY));
    BirdCount count = null;
    for (CountChange each :
        Counting.changes(new OccurrenceChange(null, change.before()), "431100")) {
      count = each.subjectKind().equals("zone") ? each.addTo(count) : count;
    }
    for (CountChange each : Counting.changes(change, "431100")) {
      count = each.subjectKind().equals("zone") ? each.addTo(count) : count;
    }
    assertThat(count).isNotNull();
    assertThat(count.records()).isEqualTo(1);
    assertThat(count.individuals()).isZero();
    assertThat(count.uncounted()).isEqualTo(1);
  }
}
