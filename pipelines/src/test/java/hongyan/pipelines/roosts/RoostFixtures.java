package hongyan.pipelines.roosts;

import hongyan.geo.city.City;
import hongyan.geo.place.Position;
import hongyan.pipelines.records.RecordFixtures;
import hongyan.pipelines.reference.Reference;
import hongyan.pipelines.reference.Station;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A roost of teal on a lake, counted at ten and at eleven in the morning. */
public final class RoostFixtures {

  public static final String TEAL = "Anas crecca";
  public static final Instant TEN = RecordFixtures.time("2025-12-20T10:00:00+08:00");
  public static final Position LAKE = new Position(111.6466, 25.8575);
  public static final Reference REFERENCE =
      Reference.of(
          City.open("yongzhou").counties(),
          List.of(
              new Station("B1", "日月湖", "birds", LAKE, null),
              new Station("B2", "远湖", "birds", new Position(111.80, 25.06), null),
              new Station("A1", "空气站", "air", LAKE, null)),
          List.of(),
          List.of(),
          List.of());

  private RoostFixtures() {}

  /** A count {@code days} before that of the day, {@code minutes} after ten. */
  public static RoostCount count(int days, int minutes, int birds) {
    return count(TEAL, days, minutes, birds);
  }

  public static RoostCount count(String species, int days, int minutes, int birds) {
    Instant time = TEN.minus(Duration.ofDays(days)).plusSeconds(60L * minutes);
    return new RoostCount(
        "B1",
        "o-%s-%d-%d".formatted(species, days, minutes),
        species,
        time,
        birds,
        time.plusSeconds(300),
        true);
  }

  /** The days before, each with so many birds at ten and of these so many at eleven. */
  public static List<RoostCount> history(int days, int atTen, int atEleven) {
    var counts = new ArrayList<RoostCount>();
    for (int day = 1; day <= days; day++) {
      counts.add(count(day, 0, atTen));
      counts.add(count(day, 50, atEleven));
    }
    return counts;
  }

  /** A disturbance {@code minutes} after ten, {@code days} before. */
  public static Disturbance disturbance(String id, int days, int minutes) {
    Instant time = TEN.minus(Duration.ofDays(days)).plusSeconds(60L * minutes);
    return new Disturbance("B1", id, "disturbance", time, 300, time.plusSeconds(60), true);
  }
}
