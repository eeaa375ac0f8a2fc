package hongyan.geo.zones;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hongyan.geo.place.Geodesy;
import hongyan.geo.place.Position;
import hongyan.geo.place.Shape;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZoneIndexTest {

  private static final Instant SPRING_2024 = Instant.parse("2024-04-01T00:00:00Z");
  private static final Instant AUTUMN_2024 = Instant.parse("2024-10-01T00:00:00Z");
  private static final Instant SUMMER_2024 = Instant.parse("2024-07-01T00:00:00Z");
  private static final Instant START_2020 = Instant.parse("2020-01-01T00:00:00Z");
  private static final List<Season> AUTUMN = List.of(new Season("09-01", "11-30", null));
  private static final String ONE_SQUARE =
      "{\"type\":\"Polygon\",\"coordinates\":"
          + "[[[111.6,26.4],[111.7,26.4],[111.7,26.5],[111.6,26.5],[111.6,26.4]]]}";
  private static final String NEXT_SQUARE =
      "{\"type\":\"Polygon\",\"coordinates\":"
          + "[[[111.7,26.4],[111.8,26.4],[111.8,26.5],[111.7,26.5],[111.7,26.4]]]}";
  private static final Position IN_ONE = new Position(111.65, 26.45);
  private static final Position IN_NEXT = new Position(111.75, 26.45);
  private static final Position BETWEEN = new Position(111.7, 26.45);

  @Test
  void coversWhatLiesInsideSortedById() {
    ZoneIndex index = ZoneIndex.of(List.of(zone("Z", 1, ONE_SQUARE), zone("A", 1, ONE_SQUARE)));

    assertThat(index.covering(IN_ONE, AUTUMN_2024))
        .extracting(ZoneRef::id)
        .containsExactly("A", "Z");
    assertThat(index.covering(IN_NEXT, AUTUMN_2024)).isEmpty();
  }

  @Test
  void coversABorderPositionWithEveryZoneThatTouchesIt() {
    ZoneIndex index = ZoneIndex.of(List.of(zone("A", 1, ONE_SQUARE), zone("B", 1, NEXT_SQUARE)));

    assertThat(index.covering(BETWEEN, AUTUMN_2024))
        .extracting(ZoneRef::id)
        .containsExactly("A", "B");
    assertThat(index.covering(new Position(111.6, 26.4), AUTUMN_2024))
        .extracting(ZoneRef::id)
        .containsExactly("A");
  }

  @Test
  void coversTheSecondPartButNotAHole() {
    String holedAndFar =
        """
        {"type":"MultiPolygon","coordinates":[
          [[[0,0],[4,0],[4,4],[0,4],[0,0]],[[1,1],[1,3],[3,3],[3,1],[1,1]]],
          [[[10,0],[14,0],[14,4],[10,4],[10,0]]]]}""";
    ZoneIndex index = ZoneIndex.of(List.of(zone("A", 1, holedAndFar)));

    assertThat(index.covering(new Position(12, 2), AUTUMN_2024)).hasSize(1);
    assertThat(index.covering(new Position(2, 2), AUTUMN_2024)).isEmpty();
    assertThat(index.covering(new Position(1, 2), AUTUMN_2024)).hasSize(1);
    assertThat(index.covering(new Position(7, 2), AUTUMN_2024)).isEmpty();
  }

  @Test
  void saysHowMuchOfAPolygonLiesInEachZone() {
    ZoneIndex index = ZoneIndex.of(List.of(zone("A", 1, ONE_SQUARE), zone("B", 1, NEXT_SQUARE)));
    Shape astride =
        Shape.of(
            "{\"type\":\"Polygon\",\"coordinates\":"
                + "[[[111.69,26.44],[111.72,26.44],[111.72,26.45],[111.69,26.45],[111.69,26.44]]]}");

    List<ZoneShare> shares = index.sharing(astride, AUTUMN_2024);
    assertThat(shares).extracting(share -> share.zone().id()).containsExactly("A", "B");
    assertThat(shares.get(0).hectares() + shares.get(1).hectares())
        .isCloseTo(astride.hectares(), within(0.01));
    assertThat(shares.get(1).hectares()).isCloseTo(2 * shares.get(0).hectares(), within(0.01));
  }

  @Test
  void sharesNothingWithAPolygonThatOnlyTouches() {
    ZoneIndex index = ZoneIndex.of(List.of(zone("A", 1, ONE_SQUARE)));
    assertThat(index.sharing(Shape.of(NEXT_SQUARE), AUTUMN_2024)).isEmpty();
  }

  @Test
  void saysWhetherTheMomentIsInSeason() {
    ZoneIndex index = ZoneIndex.of(List.of(zone("A", 1, ONE_SQUARE)));

    assertThat(index.covering(IN_ONE, AUTUMN_2024))
        .containsExactly(new ZoneRef("A", ZoneKind.FLYWAY, 1, true));
    assertThat(index.covering(IN_ONE, SUMMER_2024))
        .containsExactly(new ZoneRef("A", ZoneKind.FLYWAY, 1, false));
  }

  @Test
  void judgesByTheVersionInForceAtTheTime() {
    Zone first = zone("A", 1, ONE_SQUARE, START_2020, SUMMER_2024);
    Zone second = zone("A", 2, NEXT_SQUARE, SUMMER_2024, null);
    ZoneIndex index = ZoneIndex.of(List.of(second, first));

    assertThat(versions(index.covering(IN_ONE, SPRING_2024))).containsExactly(1);
    assertThat(index.covering(IN_NEXT, SPRING_2024)).isEmpty();
    assertThat(index.covering(IN_ONE, AUTUMN_2024)).isEmpty();
    assertThat(versions(index.covering(IN_NEXT, AUTUMN_2024))).containsExactly(2);
  }

  @Test
  void changesVersionAtTheVeryMoment() {
    Zone first = zone("A", 1, ONE_SQUARE, START_2020, SUMMER_2024);
    Zone second = zone("A", 2, ONE_SQUARE, SUMMER_2024, null);
    ZoneIndex index = ZoneIndex.of(List.of(first, second));

    assertThat(versions(index.covering(IN_ONE, SUMMER_2024.minusMillis(1)))).containsExactly(1);
    assertThat(versions(index.covering(IN_ONE, SUMMER_2024))).containsExactly(2);
    assertThat(index.covering(IN_ONE, START_2020)).hasSize(1);
    assertThat(index.covering(IN_ONE, START_2020.minusMillis(1))).isEmpty();
  }

  @Test
  void endsAnOpenVersionWithTheNextOneEvenWhereTheNextLiesElsewhere() {
    Zone open = zone("A", 1, ONE_SQUARE, START_2020, null);
    Zone moved = zone("A", 2, NEXT_SQUARE, SUMMER_2024, null);
    ZoneIndex index = ZoneIndex.of(List.of(open, moved));

    assertThat(versions(index.covering(IN_ONE, SPRING_2024))).containsExactly(1);
    assertThat(index.covering(IN_ONE, AUTUMN_2024)).isEmpty();
    assertThat(index.near(IN_ONE, AUTUMN_2024, 10_000))
        .extracting(near -> near.zone().version())
        .containsExactly(2);
  }

  @Test
  void doesNotCoverAPositionWithItsNumbersSwapped() {
    String nearTheDiagonal =
        "{\"type\":\"Polygon\",\"coordinates\":[[[40,30],[42,30],[42,32],[40,32],[40,30]]]}";
    ZoneIndex index = ZoneIndex.of(List.of(zone("A", 1, nearTheDiagonal)));

    assertThat(index.covering(new Position(41, 31), AUTUMN_2024)).hasSize(1);
    assertThat(index.covering(new Position(31, 41), AUTUMN_2024)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {225, 180, 270, 200, 250})
  void drawsARadiusThatIsRoundOnDiagonalsToo(int azimuth) {
    ZoneIndex index = ZoneIndex.of(List.of(zone("A", 1, ONE_SQUARE)));
    GeodesicData away = Geodesic.WGS84.Direct(26.4, 111.6, azimuth, 3_000);
    Position from = new Position(away.lon2, away.lat2);

    assertThat(index.near(from, AUTUMN_2024, 3_000.01)).hasSize(1);
    assertThat(index.near(from, AUTUMN_2024, 2_999.99)).isEmpty();
    assertThat(index.near(from, AUTUMN_2024, 3_000.01).get(0).metres())
        .isCloseTo(3_000, within(0.01));
  }

  @Test
  void listsTheNearestZoneFirstAndThoseAroundThePositionAtZero() {
    ZoneIndex index =
        ZoneIndex.of(List.of(zone("NEXT", 1, NEXT_SQUARE), zone("ONE", 1, ONE_SQUARE)));

    List<NearZone> near = index.near(IN_ONE, AUTUMN_2024, 6_000);

    assertThat(near).extracting(n -> n.zone().id()).containsExactly("ONE", "NEXT");
    assertThat(near.get(0).metres()).isZero();
    assertThat(near.get(1).metres()).isCloseTo(Geodesy.metres(IN_ONE, BETWEEN), within(0.1));
    assertThat(index.near(IN_ONE, AUTUMN_2024, 0)).hasSize(1);
  }

  @Test
  void looksOver180Degrees() {
    String east =
        "{\"type\":\"Polygon\",\"coordinates\":[[[179.9,-1],[180,-1],[180,1],[179.9,-1]]]}";
    ZoneIndex index = ZoneIndex.of(List.of(zone("A", 1, east)));

    assertThat(index.near(new Position(-179.95, -0.999), AUTUMN_2024, 6_000)).hasSize(1);
    assertThat(index.near(new Position(-179.95, -0.999), AUTUMN_2024, 5_000)).isEmpty();
  }

  @Test
  void findsNothingWhenItIsEmpty() {
    assertThat(ZoneIndex.of(List.of()).covering(IN_ONE, AUTUMN_2024)).isEmpty();
    assertThat(ZoneIndex.of(List.of()).near(IN_ONE, AUTUMN_2024, 1e6)).isEmpty();
  }

  @Test
  void answersManyThreadsAlike() {
    ZoneIndex index = ZoneIndex.of(List.of(zone("A", 1, ONE_SQUARE), zone("B", 1, NEXT_SQUARE)));

    List<Integer> found =
        IntStream.range(0, 500)
            .parallel()
            .mapToObj(i -> index.covering(BETWEEN, AUTUMN_2024).size())
            .toList();

    assertThat(found).isEqualTo(Collections.nCopies(500, 2));
  }

  @Test
  void namesEveryZoneAtFault() {
    Zone crossing =
        zone("X", 3, "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,1],[1,0],[0,1],[0,0]]]}");
    Zone wrongDay =
        new Zone(
            "Y",
            "Y",
            ZoneKind.HABITAT,
            1,
            ONE_SQUARE,
            START_2020,
            null,
            List.of(new Season("9-1", "11-30", null)),
            null,
            true);
    Zone twice = zone("Z", 1, ONE_SQUARE);

    assertThatThrownBy(() -> ZoneIndex.of(List.of(crossing, wrongDay, twice, twice)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("zone X version 3: self-crossing")
        .hasMessageContaining("zone Y version 1: season from '9-1'")
        .hasMessageContaining("zone Z version 1: comes twice");
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
  void refusesADistanceThatIsNone(double metres) {
    ZoneIndex index = ZoneIndex.of(List.of());

    assertThatThrownBy(() -> index.near(IN_ONE, AUTUMN_2024, metres))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static List<Integer> versions(List<ZoneRef> zones) {
    return zones.stream().map(ZoneRef::version).toList();
  }

  private static Zone zone(String id, int version, String geometry) {
    return zone(id, version, geometry, START_2020, null);
  }

  private static Zone zone(
      String id, int version, String geometry, Instant from, @Nullable Instant to) {
    return new Zone(id, id, ZoneKind.FLYWAY, version, geometry, from, to, AUTUMN, null, true);
  }
}
