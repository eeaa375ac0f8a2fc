package hongyan.pipelines.air.assessment;

import static hongyan.pipelines.air.assessment.AssessmentFixtures.CLEAN;
import static hongyan.pipelines.air.assessment.AssessmentFixtures.always;
import static hongyan.pipelines.air.assessment.AssessmentFixtures.clean;
import static hongyan.pipelines.air.assessment.AssessmentFixtures.day;
import static hongyan.pipelines.air.assessment.AssessmentFixtures.days;
import static hongyan.pipelines.air.assessment.AssessmentFixtures.of;
import static hongyan.pipelines.air.assessment.AssessmentFixtures.with;
import static org.assertj.core.api.Assertions.assertThat;

import hongyan.pipelines.air.AirFigure;
import hongyan.pipelines.air.Aqi;
import hongyan.pipelines.air.AqiStandard;
import hongyan.pipelines.air.Mean;
import hongyan.pipelines.air.Pollutant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GoodDaysTest {
  private static final AqiStandard OLD = AqiStandard.list().get(0);
  private static final AqiStandard CURRENT = AqiStandard.list().get(1);

  @Test
  void countsADayOfExactlyOneHundredAsGood() {
    LocalDate first = LocalDate.parse("2023-01-01");
    GoodDays days =
        GoodDays.asReported(
            of(
                "2023",
                List.of(
                    day(first, with(Pollutant.PM25, "75")),
                    day(first.plusDays(1), with(Pollutant.PM25, "76")),
                    day(first.plusDays(2), CLEAN))));
    assertThat(days.good()).isEqualTo(2);
    assertThat(days.count()).isEqualTo(3);
    assertThat(days.rate()).isEqualByComparingTo("66.7");
    assertThat(days.valid()).isFalse();
    assertThat(days.levels()).isEqualTo(Map.of(1, 1, 2, 1, 3, 1));
    assertThat(days.primary()).isEqualTo(Map.of("PM2.5", 2));
  }

  @Test
  void keepsDaysOfDust() {
    SubjectDays month =
        days(
            "2024-03",
            date -> day(date, date.getDayOfMonth() == 28 ? with(Pollutant.PM10, "650") : CLEAN),
            "2024-03-28");
    GoodDays days = GoodDays.asReported(month);
    assertThat(days.count()).isEqualTo(31);
    assertThat(days.good()).isEqualTo(30);
    assertThat(days.rate()).isEqualByComparingTo("96.8");
    assertThat(days.valid()).isTrue();
  }

  @Test
  void namesEveryStandardThatItsDaysWereReportedBy() {
    // 70 is good until 2026-02-28 and light pollution from then on.
    GoodDays days = GoodDays.asReported(always("2026", Pollutant.PM25, "70"));
    assertThat(days.standards()).containsExactly("HJ 633-2012", "HJ 633-2026");
    assertThat(days.good()).isEqualTo(59);
    assertThat(days.basis()).isEqualTo("as-reported");
  }

  @Test
  void countsAYearThatStraddlesByEachStandardAsOne() {
    SubjectDays year = always("2026", Pollutant.PM25, "70");
    assertThat(GoodDays.under(OLD, year).rate()).isEqualByComparingTo("100.0");
    assertThat(GoodDays.under(CURRENT, year).rate()).isEqualByComparingTo("0.0");
    assertThat(GoodDays.under(CURRENT, year).standards()).containsExactly("HJ 633-2026");
  }

  @Test
  void recountsAnOldYearByTheNewStandard() {
    SubjectDays year = always("2025", Pollutant.PM10, "130");
    assertThat(GoodDays.under(OLD, year).rate()).isEqualByComparingTo("100.0");
    assertThat(GoodDays.under(CURRENT, year).rate()).isEqualByComparingTo("0.0");
  }

  @Test
  void takesADaysOwnReportWhereItIsOfThatStandard() {
    // By HJ 633-2012 the day's highest hour of ozone counts too: the report knew it, the means not.
    LocalDate date = LocalDate.parse("2023-07-01");
    List<Mean> means = List.of(AssessmentFixtures.mean(Pollutant.O3, "150", true));
    Aqi reported = new Aqi(Map.of(Pollutant.O3, 110), 110, 3, List.of(Pollutant.O3), null);
    AirFigure day = AssessmentFixtures.figure(date, means, reported, "HJ 633-2012");
    assertThat(GoodDays.under(OLD, of("2023", List.of(day))).good()).isZero();
  }

  @Test
  void leavesOutDaysWithoutAnIndex() {
    // A day with one low pollutant has an AQI by HJ 633-2012 and none by HJ 633-2026.
    SubjectDays old =
        of("2026", List.of(day(LocalDate.parse("2026-02-01"), Map.of(Pollutant.PM25, "10"))));
    assertThat(GoodDays.asReported(old).count()).isEqualTo(1);
    assertThat(GoodDays.under(CURRENT, old).count()).isZero();
    assertThat(GoodDays.under(CURRENT, old).rate()).isNull();
  }

  @Test
  void acceptsACompleteYear() {
    assertThat(GoodDays.asReported(clean("2023")).valid()).isTrue();
  }
}
