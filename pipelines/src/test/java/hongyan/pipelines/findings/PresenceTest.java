package hongyan.pipelines.findings;

import static hongyan.pipelines.records.RecordFixtures.IN_FLYWAY;
import static hongyan.pipelines.records.RecordFixtures.fix;
import static hongyan.pipelines.records.RecordFixtures.occurrenceAt;
import static hongyan.pipelines.records.RecordFixtures.time;
import static org.assertj.core.api.Assertions.assertThat;

import hongyan.geo.place.Geodesy;
import hongyan.geo.place.Position;
import hongyan.pipelines.birds.OccurrenceChange;
import hongyan.pipelines.birds.PlacedOccurrence;
import hongyan.pipelines.quality.Verdict;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PresenceTest {

  private static final String NOON = "2025-10-22T12:00:00+08:00";

  @Test
  void letsEveryPairWithinReachMeetInExactlyOneCell() {
    var random = new Random(7);
    int pairs = 0;
    for (double lat : new double[] {-60, -0.01, 0, 25.1, 49.99, 75}) {
      for (double lon : new double[] {-179.995, -0.003, 112.15, 179.996}) {
        for (int i = 0; i < 40; i++) {
          var bird =
              new Position(
                  wrapped(lon + (random.nextDouble() - 0.5) * 0.03),
                  lat + (random.nextDouble() - 0.5) * 0.03);
          FindingSite finding = Presence.site("F", new Position(lon, lat), time(NOON));
          List<BirdSite> sites = sites(bird);
          long cells = sites.stream().filter(s -> s.cell().equals(finding.cell())).count();
          if (Geodesy.metres(bird, finding.position()) <= Presence.USUAL.metres()) {
            pairs++;
            assertThat(cells).as("bird %s, finding %s", bird, finding).isEqualTo(1);
          }
        }
      }
    }
    assertThat(pairs).isPositive();
  }

  @Test
  void takesTheEdgesOfTimeIn() {
    Position place = new Position(112.15, 25.1);
    BirdSite bird = sites(place).get(0);
    assertThat(
            Presence.USUAL.meets(
                Presence.site("F", place, time("2025-10-23T12:00:00+08:00")), bird))
        .isTrue();
    assertThat(
            Presence.USUAL.meets(
                Presence.site("F", place, time("2025-10-21T12:00:00+08:00")), bird))
        .isTrue();
    assertThat(
            Presence.USUAL.meets(
                Presence.site("F", place, time("2025-10-23T12:00:01+08:00")), bird))
        .isFalse();
  }

  @Test
  void saysNothingByAFixThatMayBeFartherOffThanItReaches() {
    Position place = new Position(112.15, 25.1);
    var far = new PlacedOccurrence(fix("o", "tag", NOON, place, 150_000, 1), IN_FLYWAY);
    var near = new PlacedOccurrence(fix("o", "tag", NOON, place, 1_000, 1), IN_FLYWAY);
    assertThat(Presence.USUAL.sites(new OccurrenceChange(null, far))).isEmpty();
    assertThat(Presence.USUAL.sites(new OccurrenceChange(null, near))).isNotEmpty();
    assertThat(Presence.USUAL.sites(new OccurrenceChange(near, far)))
        .isNotEmpty()
        .noneMatch(BirdSite::there);
  }

  @Test
  void saysNothingByARecordThatWasDecidedToBeWrong() {
    var record = new PlacedOccurrence(occurrenceAt("o", NOON, new Position(112, 25), 1), IN_FLYWAY);
    var wrong = record.judged(Verdict.INVALID);
    assertThat(Presence.USUAL.sites(new OccurrenceChange(record, wrong)))
        .isNotEmpty()
        .noneMatch(BirdSite::there);
  }

  private static double wrapped(double lon) {
    return lon > 180 ? lon - 360 : lon < -180 ? lon + 360 : lon;
  }

  private static List<BirdSite> sites(Position bird) {
    var placed = new PlacedOccurrence(occurrenceAt("o", NOON, bird, 1), IN_FLYWAY);
    return Presence.USUAL.sites(new OccurrenceChange(null, placed));
  }
}
