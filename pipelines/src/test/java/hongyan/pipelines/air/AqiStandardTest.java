package hongyan.pipelines.air;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AqiStandardTest {

  @ParameterizedTest
  @CsvSource({
    "2009-01-01, HJ 633-2012",
    "2018-02-20, HJ 633-2012",
    "2026-02-28, HJ 633-2012",
    "2026-03-01, HJ 633-2026",
    "2040-01-01, HJ 633-2026",
  })
  void goesByTheDateOfTheData(LocalDate date, String id) {
    assertThat(AqiStandard.at(date).id()).isEqualTo(id);
  }

  @Test
  void judgesAnHourOfParticlesByTheTableOfTheDay() {
    for (AqiStandard standard : AqiStandard.list()) {
      assertThat(standard.getTable(AqiItem.PM25_1H).breakpoints())
          .isEqualTo(standard.getTable(AqiItem.PM25_24H).breakpoints());
      assertThat(standard.getTable(AqiItem.PM10_1H).breakpoints())
          .isEqualTo(standard.getTable(AqiItem.PM10_24H).breakpoints());
    }
  }

  @Test
  void knowsTheBoundOfAGoodDay() {
    AqiStandard current = AqiStandard.at(LocalDate.parse("2026-03-01"));
    assertThat(current.goodUpTo(AqiItem.PM25_24H)).isEqualTo(new BigDecimal("60"));
    assertThat(current.goodUpTo(AqiItem.PM10_24H)).isEqualTo(new BigDecimal("120"));
  }

  @Test
  void namesTheFilesAndDatesOfAGap() {
    assertThatThrownBy(
            () ->
                new Timeline<>(
                    List.of(
                        version("b.json", "2026-03-02", null),
                        version("a.json", null, "2026-02-28"))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("gap: a.json ends 2026-02-28, b.json begins 2026-03-02");
  }

  @Test
  void namesTheFilesAndDatesOfAnOverlap() {
    assertThatThrownBy(
            () ->
                new Timeline<>(
                    List.of(
                        version("a.json", null, "2026-03-01"),
                        version("b.json", "2026-03-01", null))))
        .hasMessage("overlap: a.json ends 2026-03-01, b.json begins 2026-03-01");
  }

  @Test
  void refusesTwoVersionsWithoutAnEnd() {
    assertThatThrownBy(
            () ->
                new Timeline<>(
                    List.of(version("a.json", null, null), version("b.json", "2026-03-01", null))))
        .hasMessageContaining("overlap")
        .hasMessageContaining("a.json")
        .hasMessageContaining("b.json");
  }

  @Test
  void refusesTimeBeforeTheFirstAndAfterTheLastVersion() {
    assertThatThrownBy(() -> new Timeline<>(List.of(version("a.json", "2012-01-01", "2026-02-28"))))
        .hasMessage(
            "gap: nothing before 2012-01-01 (a.json); gap: nothing after 2026-02-28 (a.json)");
  }

  @Test
  void refusesBreakpointsThatDoNotAscend() {
    assertThatThrownBy(
            () ->
                new AqiTable(
                    AqiItem.SO2_24H, List.of(BigDecimal.ZERO, BigDecimal.TEN, BigDecimal.ONE), 500))
        .hasMessageContaining("SO2_24H");
  }

  private static Timeline.Version<String> version(String file, String from, String to) {
    return new Timeline.Version<>(file, new Timeline.Effect(date(from), date(to)), file);
  }

  private static LocalDate date(String text) {
    return text == null ? null : LocalDate.parse(text);
  }
}
