package hongyan.service.demo;

import static org.assertj.core.api.Assertions.assertThat;

import hongyan.geo.city.City;
import hongyan.geo.species.Species;
import hongyan.geo.zones.ZoneIndex;
import hongyan.geo.zones.ZoneRef;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class BirdsAndFindingsTest {
  private static final City CITY = City.open("yongzhou");
  private static final LocalDate END = LocalDate.parse("2026-11-22");
  private static final DemoYear YEAR = DemoYear.of(CITY, 1, END);
  private static final List<DemoBird> BIRDS = YEAR.listBirds();

  /** The catalogue of Article 7 in the outer contract. */
  private static final Set<String> CONDUCTS =
      Set.of(
          ("net lure poison strong-light playback nest-destruction egg-taking fire smoke snare"
                  + " clamp ground-gun volley-gun slingshot other-hunting sale purchase use"
                  + " transport carrying mailing food-production food-trade eating advertising"
                  + " trading-platform trading-service driving-away disturbance"
                  + " habitat-destruction equipment-theft equipment-damage equipment-occupation"
                  + " equipment-moving other-harm")
              .split(" "));

  @Test
  void reportsEveryConductOfArticleSevenAndNoOther() {
    assertThat(YEAR.findings().stream().map(DemoFinding::conduct).collect(Collectors.toSet()))
        .isEqualTo(CONDUCTS);
    assertThat(YEAR.findings()).extracting(DemoFinding::id).doesNotHaveDuplicates();
  }

  @Test
  void hasFindingsInsideAndOutsideZonesInAndOutOfSeason() {
    ZoneIndex zones = ZoneIndex.of(CITY.zones());
    Predicate<DemoFinding> inZone = finding -> !refs(zones, finding).isEmpty();
    Predicate<DemoFinding> inSeason =
        finding -> refs(zones, finding).stream().anyMatch(ref -> ref.season());

    List<DemoFinding> nets = conduct("net");
    assertThat(nets).anyMatch(inSeason).anyMatch(inZone.and(inSeason.negate()));
    assertThat(conduct("driving-away")).anyMatch(inZone).anyMatch(inZone.negate());
    assertThat(conduct("habitat-destruction")).anyMatch(inZone).anyMatch(inZone.negate());
    assertThat(conduct("slingshot")).anyMatch(inZone.negate());
  }

  @Test
  void namesOnlyACountyForWhatHappensOnline() {
    assertThat(conduct("advertising"))
        .isNotEmpty()
        .allSatisfy(
            finding -> {
              assertThat(finding.position()).isNull();
              assertThat(finding.county()).matches("4311\\d\\d");
            });
  }

  @Test
  void namesARegisteredDeviceInAllEquipmentFindingsButOne() {
    assertThat(YEAR.findings())
        .filteredOn(finding -> finding.conduct().startsWith("equipment-"))
        .filteredOn(finding -> finding.device() == null)
        .extracting(DemoFinding::id)
        .containsExactly("demo-F-case-equipment-unregistered");
  }

  @Test
  void hasNetsOfThePermittedStationOnlyAsRinging() {
    DemoSite permitted =
        DemoPlaces.of(CITY, DemoDays.instant(END.atStartOfDay())).sites().stream()
            .filter(site -> site.id().equals("P-NANFENGAO"))
            .findFirst()
            .orElseThrow();

    assertThat(conduct("net"))
        .filteredOn(f -> near(f, permitted))
        .hasSize(3)
        .allSatisfy(finding -> assertThat(finding.id()).startsWith("demo-F-case-ringing"));
  }

  @Test
  void letsBirdsPassInAutumnMoreThanInSpringAndWinterOnTheLakes() {
    long autumn = passes(Month.SEPTEMBER, Month.OCTOBER, Month.NOVEMBER);
    long spring = passes(Month.MARCH, Month.APRIL, Month.MAY);

    assertThat(autumn).isGreaterThan(2 * spring);
    assertThat(spring).isGreaterThan(1000);
    assertThat(count("Mergus squamatus", Month.JANUARY)).isPositive();
    assertThat(count("Mergus squamatus", Month.JULY)).isZero();
    assertThat(BIRDS)
        .filteredOn(bird -> bird.species().scientificName().equals("Mergus squamatus"))
        .allSatisfy(bird -> assertThat(bird.count()).isBetween(0, 24))
        .anyMatch(bird -> bird.count() == 0);
  }

  @Test
  void letsMostNightBirdsCrossAroundMidnight() {
    List<DemoBird> night = BIRDS.stream().filter(DemoBird::machine).toList();

    assertThat(night).allMatch(bird -> bird.site().birds() == DemoSite.Birds.PASS);
    assertThat(sum(night, bird -> bird.time().getHour() >= 22 || bird.time().getHour() <= 1))
        .isGreaterThan(sum(night, bird -> true) / 2);
  }

  @Test
  void seesEverySpeciesOfTheTable() {
    assertThat(BIRDS.stream().map(bird -> bird.species().scientificName()).distinct())
        .hasSameSizeAs(DemoSpecies.load());
  }

  @Test
  void namesOnlySpeciesThatTheTableKnowsAndOneSlipThatItDoesNot() {
    assertThat(DemoSpecies.load())
        .allMatch(one -> Species.load().accepted(one.scientificName()).equals(one.scientificName()))
        .allMatch(one -> Species.load().find(one.vernacularName()).isPresent());
    assertThat(DemoStrays.of(YEAR.days()))
        .hasSize(22)
        .filteredOn(stray -> Species.load().find(stray.scientificName()).isEmpty())
        .extracting(DemoStray::id)
        .containsExactly("slip-name");
  }

  private static long passes(Month... months) {
    return sum(
        BIRDS,
        bird ->
            bird.site().birds() == DemoSite.Birds.PASS
                && List.of(months).contains(bird.time().getMonth()));
  }

  private static long count(String species, Month month) {
    return sum(
        BIRDS,
        bird -> bird.species().scientificName().equals(species) && bird.time().getMonth() == month);
  }

  private static long sum(List<DemoBird> birds, Predicate<DemoBird> which) {
    return birds.stream().filter(which).mapToLong(DemoBird::count).sum();
  }

  private static List<DemoFinding> conduct(String code) {
    return new ArrayList<>(
        YEAR.findings().stream().filter(finding -> finding.conduct().equals(code)).toList());
  }

  private static List<ZoneRef> refs(ZoneIndex zones, DemoFinding finding) {
    return zones.covering(finding.position(), DemoDays.instant(finding.time()));
  }

  private static boolean near(DemoFinding finding, DemoSite site) {
    return Math.abs(finding.position().lon() - site.position().lon()) < 0.01
        && Math.abs(finding.position().lat() - site.position().lat()) < 0.01;
  }
}
