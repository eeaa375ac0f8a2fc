package hongyan.service.demo;

import static org.assertj.core.api.Assertions.assertThat;

import hongyan.geo.city.City;
import hongyan.pipelines.air.Pollutant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AirModelTest {
  private static final City CITY = City.open("yongzhou");
  private static final LocalDate END = LocalDate.parse("2026-11-22");
  private static final DemoYear YEAR = DemoYear.of(CITY, 1, END);

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 42})
  void keepsTheCentralCityAboveTheLimitOfAYearAndMostCountiesBelow(long seed) {
    DemoYear year = DemoYear.of(CITY, seed, END);

    List<SiteYear> central = towns(year, true);
    List<SiteYear> others = towns(year, false);
    assertThat(central).isNotEmpty();
    assertThat(central).allSatisfy(site -> assertThat(annual(site)).isBetween(35.1, 40.0));
    assertThat(others).hasSize(9).allSatisfy(s -> assertThat(annual(s)).isBetween(26.0, 35.0));
    assertThat(Stats.mean(year, Pollutant.PM25)).isBetween(30.0, 34.0);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 42})
  void leavesAboutNineDaysInTenGoodAndReachesHeavyPollution(long seed) {
    DemoYear year = DemoYear.of(CITY, seed, END);

    assertThat(Stats.goodDays(year)).isBetween(0.86, 0.955);
    // 151 µg/m³ of PM2.5 as a day's mean is an AQI above 200.
    assertThat(towns(year, false))
        .allSatisfy(
            site -> assertThat(Stats.days(site, Pollutant.PM25)).anyMatch(mean -> mean >= 151));
  }

  @Test
  void hasWinterSmogAndSummerOzone() {
    SiteYear site = towns(YEAR, false).get(0);

    assertThat(Stats.month(YEAR, site, Pollutant.PM25, 1))
        .isGreaterThan(2 * Stats.month(YEAR, site, Pollutant.PM25, 7));
    assertThat(Stats.month(YEAR, site, Pollutant.O3, 8))
        .isGreaterThan(1.3 * Stats.month(YEAR, site, Pollutant.O3, 1));
  }

  @Test
  void hasThreeDustEventsInSpringWithLittleFineDustInThem() {
    SiteYear site = towns(YEAR, false).get(0);
    long dusty =
        IntStream.range(YEAR.days().number(3, 1) * 24, YEAR.days().number(5, 10) * 24)
            .filter(
                hour ->
                    site.value(Pollutant.PM10, hour) > 200
                        && site.value(Pollutant.PM25, hour) * 2 <= site.value(Pollutant.PM10, hour))
            .map(hour -> hour / 24 / 10)
            .distinct()
            .count();

    assertThat(dusty).isGreaterThanOrEqualTo(3);
  }

  @Test
  void keepsPm10AtOrAbovePm25() {
    for (SiteYear site : YEAR.air()) {
      for (int hour = 0; hour < YEAR.days().hours(); hour++) {
        if (normal(site, Pollutant.PM10, hour) && normal(site, Pollutant.PM25, hour)) {
          assertThat(site.value(Pollutant.PM10, hour))
              .isGreaterThanOrEqualTo(site.value(Pollutant.PM25, hour));
        }
      }
    }
  }

  @Test
  void missesSomeHoursAndFlagsSomeValues() {
    for (SiteYear site : YEAR.air()) {
      int[] values = site.values().get(Pollutant.PM25);
      char[] flags = site.flags().get(Pollutant.PM25);
      assertThat(IntStream.of(values).filter(v -> v == SiteYear.MISSING).count())
          .isBetween(15L, 400L);
      assertThat(IntStream.range(0, flags.length).filter(h -> flags[h] != 'N').count())
          .isBetween(1L, 60L);
    }
  }

  @Test
  void letsPm25JumpAtOnePassOnASmokeNightWhileItsNeighboursStayFlat() {
    assertThat(YEAR.smokeNights()).hasSizeBetween(3, 5);
    for (SmokeNight night : YEAR.smokeNights()) {
      assertThat(YEAR.days().hourEnd(night.fromHour()).getHour()).isIn(22, 23, 0);
      for (SiteYear site : YEAR.air()) {
        int before = site.value(Pollutant.PM25, night.fromHour() - 1);
        int after = site.value(Pollutant.PM25, night.fromHour());
        assertThat(before).isPositive();
        if (site.site().id().equals(night.site())) {
          assertThat(after).isGreaterThan(before + 100).isGreaterThan(3 * before);
        } else {
          assertThat(after).isBetween(0, before + 20);
        }
      }
    }
  }

  private static boolean normal(SiteYear site, Pollutant pollutant, int hour) {
    return site.value(pollutant, hour) != SiteYear.MISSING
        && site.flags().get(pollutant)[hour] == 'N';
  }

  private static double annual(SiteYear site) {
    return Stats.days(site, Pollutant.PM25).average().orElseThrow();
  }

  private static List<SiteYear> towns(DemoYear year, boolean central) {
    return year.air().stream()
        .filter(s -> s.site().air() == DemoSite.Air.TOWN)
        .filter(s -> List.of("431102", "431103").contains(s.site().county()) == central)
        .toList();
  }
}
