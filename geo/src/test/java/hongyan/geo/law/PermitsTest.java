package hongyan.geo.law;

import static org.assertj.core.api.Assertions.assertThat;

import hongyan.geo.place.Geodesy;
import hongyan.geo.place.Position;
import hongyan.geo.zones.ZoneKind;
import hongyan.geo.zones.ZoneRef;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PermitsTest {
  private static final Instant FROM = Instant.parse("2025-09-01T00:00:00Z");
  private static final Instant TO = Instant.parse("2025-12-01T00:00:00Z");
  private static final Instant DURING = Instant.parse("2025-10-01T00:00:00Z");
  private static final Position RIDGE = new Position(112.2, 25.1);
  private static final Position NEARBY = new Position(112.21, 25.1);
  private static final List<ZoneRef> ON_THE_RIDGE =
      List.of(new ZoneRef("FW-01", ZoneKind.FLYWAY, 3, true));

  /** A permit for netting that binds nothing but conduct and time. */
  private static Permit unbound(String id) {
    return new Permit(
        id,
        "ringing team",
        List.of("net"),
        FROM,
        TO,
        null,
        null,
        null,
        null,
        List.of(),
        null,
        null);
  }

  private static Permit placed(String zone, String county, Position position, Double radius) {
    return new Permit(
        "P",
        "team",
        List.of("net"),
        FROM,
        TO,
        zone,
        county,
        position,
        radius,
        List.of(),
        null,
        null);
  }

  private static Permit forSpecies(String... species) {
    return new Permit(
        "P",
        "team",
        List.of("net"),
        FROM,
        TO,
        null,
        null,
        null,
        null,
        List.of(species),
        null,
        null);
  }

  private static Optional<Permit> match(Permit permit) {
    return Permits.match(
        List.of(permit),
        new Act("net", DURING, NEARBY, ON_THE_RIDGE, "431127", "Emberiza aureola", null));
  }

  private static boolean matchesAt(Instant time) {
    return Permits.match(
            List.of(unbound("P")), new Act("net", time, null, List.of(), null, null, null))
        .isPresent();
  }

  @Test
  void coversAConductWithinEveryBound() {
    Permit permit =
        new Permit(
            "P",
            "team",
            List.of("lure", "net"),
            FROM,
            TO,
            "FW-01",
            "431127",
            RIDGE,
            1_100.0,
            List.of("Emberiza aureola"),
            "No. 7",
            "banding");
    assertThat(match(permit)).contains(permit);
  }

  @Test
  void coversOnlyTheConductsThatItNames() {
    assertThat(
            Permits.match(
                List.of(unbound("P")),
                new Act("poison", DURING, RIDGE, ON_THE_RIDGE, "431127", null, null)))
        .isEmpty();
  }

  @Test
  void coversNothingWhenItNamesNoConduct() {
    Permit empty =
        new Permit("P", "team", List.of(), FROM, TO, null, null, null, null, List.of(), null, null);
    assertThat(match(empty)).isEmpty();
  }

  @Test
  void beginsWithItsFirstMomentAndEndsBeforeItsLast() {
    assertThat(matchesAt(FROM.minusNanos(1))).isFalse();
    assertThat(matchesAt(FROM)).isTrue();
    assertThat(matchesAt(TO.minusNanos(1))).isTrue();
    assertThat(matchesAt(TO)).isFalse();
  }

  @Test
  void coversOnlyItsZone() {
    assertThat(match(placed("FW-01", null, null, null))).isPresent();
    assertThat(match(placed("FW-02", null, null, null))).isEmpty();
  }

  @Test
  void coversOnlyItsCounty() {
    assertThat(match(placed(null, "431127", null, null))).isPresent();
    assertThat(match(placed(null, "431102", null, null))).isEmpty();
  }

  @Test
  void coversUpToItsRadiusInclusive() {
    double metres = Geodesy.metres(RIDGE, NEARBY);
    assertThat(metres).isBetween(1_000.0, 1_020.0);
    assertThat(match(placed(null, null, RIDGE, metres))).isPresent();
    assertThat(match(placed(null, null, RIDGE, metres - 0.001))).isEmpty();
  }

  @Test
  void coversNothingWhenItsPlaceIsHalfGiven() {
    assertThat(match(placed(null, null, NEARBY, null))).isEmpty();
    assertThat(match(placed(null, null, null, 1e9))).isEmpty();
  }

  @Test
  void coversOnlyItsSpecies() {
    assertThat(match(forSpecies("Anas crecca", "Emberiza aureola"))).isPresent();
    assertThat(match(forSpecies("Anas crecca"))).isEmpty();
  }

  @Test
  void coversNothingUnknownWhereItBinds() {
    for (Permit bound :
        List.of(
            placed("FW-01", null, null, null),
            placed(null, "431127", null, null),
            placed(null, null, RIDGE, 1e6),
            forSpecies("Emberiza aureola"))) {
      assertThat(
              Permits.match(
                  List.of(bound), new Act("net", DURING, null, List.of(), null, null, null)))
          .as("%s", bound)
          .isEmpty();
    }
  }

  @Test
  void picksTheSmallestIdWhateverTheOrder() {
    List<Permit> permits = List.of(unbound("P-2"), unbound("P-1"), unbound("P-3"));
    assertThat(Permits.match(permits, new Act("net", DURING, null, List.of(), null, null, null)))
        .map(Permit::id)
        .contains("P-1");
  }

  @Test
  void coversOnlyItsHolderWhereSomebodyIsNamed() {
    assertThat(Permits.gaps(unbound("P"), by(" ringing team "))).isEmpty();
    assertThat(Permits.gaps(unbound("P"), by(null))).isEmpty();
    assertThat(Permits.gaps(unbound("P"), by("somebody"))).containsExactly(PermitGap.HOLDER);
  }

  @Test
  void namesEverythingThatIsWanting() {
    Permit permit =
        new Permit(
            "P",
            "team",
            List.of("lure"),
            FROM,
            TO,
            "FW-02",
            "431102",
            RIDGE,
            1.0,
            List.of("Anas crecca"),
            null,
            "banding");
    Act late = new Act("net", TO, NEARBY, ON_THE_RIDGE, "431127", "Emberiza aureola", "others");
    assertThat(Permits.gaps(permit, late))
        .containsExactly(
            PermitGap.CONDUCT,
            PermitGap.RUN_OUT,
            PermitGap.ZONE,
            PermitGap.COUNTY,
            PermitGap.PLACE,
            PermitGap.SPECIES,
            PermitGap.HOLDER);
    Act early =
        new Act("lure", FROM.minusNanos(1), RIDGE, List.of(), "431102", "Anas crecca", null);
    assertThat(Permits.gaps(permit, early)).containsExactly(PermitGap.NOT_YET, PermitGap.ZONE);
  }

  private static Act by(String holder) {
    return new Act("net", DURING, NEARBY, ON_THE_RIDGE, "431127", null, holder);
  }
}
