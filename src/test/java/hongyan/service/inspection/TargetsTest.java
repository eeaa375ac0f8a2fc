package hongyan.service.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hongyan.pipelines.air.CivilPeriod;
import hongyan.pipelines.air.Gb3095;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetsTest {
  private final Targets targets = InspectionFixtures.targets();
  private final Gb3095 limits = Gb3095.load();

  @ParameterizedTest
  @CsvSource({
    // One of each table of the gazette, with what was asked where it says so.
    "counties-at-grade-ii-2023, , 9",
    "counties-at-grade-ii-2020, , 11",
    "reminders-2024, , 75",
    "warnings-2024, , 1",
    "transport-dust-reminders-2024, , 25",
    "daily-reviews-2024, , 140",
    "air-forecasts-2024, , 195",
    "voc-problems-rectified, 269, 225",
    "enterprises-sealed, , 6",
    "coal-share-of-industry, , 74.6",
    "soil-priority-plots, 7, 2",
    "sewer-defects, , 4269",
    "hazardous-waste-fines, , 308600",
    "rural-sewage-villages, 76, 47",
    "rural-sewage-rate, 36, ",
    "wetland, , 3093.33",
    "patrol-points, , 178876"
  })
  void holdsTheFiguresOfTheGazette(String id, String target, String declared) {
    Target found = targets.find(id, limits).orElseThrow();
    assertThat(found.target() == null ? null : found.target().toPlainString()).isEqualTo(target);
    assertThat(found.declared() == null ? null : found.declared().toPlainString())
        .isEqualTo(declared);
  }

  @Test
  void asksForTheProvincialTargetOf2025AndElseForTheLimitInForce() {
    assertThat(asked(2024)).containsExactly("35");
    assertThat(asked(2025)).containsExactly("32");
    assertThat(asked(2026)).containsExactly("35", "30");
    assertThat(asked(2027)).containsExactly("30");
    assertThat(asked(2031)).containsExactly("25");
    assertThat(targets.find("pm25-mean-2025-431127", limits).orElseThrow().target())
        .isEqualTo("35");
  }

  private List<String> asked(int year) {
    return targets.listOf(CivilPeriod.ofYear(year), null, limits).stream()
        .filter(each -> each.metric().equals("pm25-mean"))
        .map(each -> each.target().toPlainString())
        .toList();
  }

  @Test
  void givesBothVersionsForAStraddlingYear() {
    assertThat(targets.listOf(CivilPeriod.ofYear(2026), null, limits))
        .filteredOn(each -> each.metric().equals("counties-at-grade-ii"))
        .extracting(Target::id)
        .containsExactly(
            "counties-at-grade-ii-2026-gb-3095-2012",
            "counties-at-grade-ii-2026-gb-3095-2026-transition");
  }

  @Test
  void findsEveryTargetThatItLists() {
    for (int year : new int[] {2023, 2024, 2026}) {
      for (String county : new String[] {null, "431127"}) {
        for (Target each : targets.listOf(CivilPeriod.ofYear(year), county, limits)) {
          assertThat(targets.find(each.id(), limits)).as(each.id()).contains(each);
        }
      }
    }
    assertThat(targets.find("pm25-mean", limits)).isEmpty();
    assertThat(targets.find("no-such-target-2024", limits)).isEmpty();
    assertThat(targets.find("counties-at-grade-ii-2024-431127", limits)).isEmpty();
  }

  @Test
  void listsASpanInEachOfItsYears() {
    for (int year : new int[] {2021, 2024, 2025}) {
      assertThat(targets.listOf(CivilPeriod.ofYear(year), null, limits))
          .extracting(Target::id)
          .contains("sewers-built");
    }
    assertThat(targets.listOf(CivilPeriod.ofYear(2026), null, limits))
        .extracting(Target::id)
        .doesNotContain("sewers-built");
  }

  @Test
  void listsForACountyWhatIsComputedCountedOrSplit() {
    assertThat(targets.listOf(CivilPeriod.ofYear(2024), "431127", limits))
        .extracting(Target::id)
        .contains(
            "pm25-mean-2024-431127",
            "voc-problems-found-431127",
            "counties-with-bird-catching-431127")
        .doesNotContain("antimony-sections-431127", "wetland-431127");
    assertThat(targets.find("antimony-sections-431122", limits).orElseThrow().declared())
        .isEqualTo("3");
  }

  @Test
  void asksNothingOfAPartOfAYear() {
    List<Target> quarter = targets.listOf(CivilPeriod.parse("2024-Q3"), null, limits);
    assertThat(quarter)
        .extracting(Target::id)
        .contains("pm25-mean-2024-Q3", "reminders-2024-Q3")
        .doesNotContain("counties-at-grade-ii-2024-Q3", "wetland");
    assertThat(quarter).allMatch(each -> each.target() == null && each.declared() == null);
    for (Target each : quarter) {
      assertThat(targets.find(each.id(), limits)).as(each.id()).contains(each);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"id\": \"pm25-rank\"|\"id\": \"good-day-rank\"|duplicate id good-day-rank",
        "\"id\": \"pm25-rank\"|\"id\": \"PM25 rank\"|id PM25 rank is not in kebab-case",
        "\"section\": \"soil\"|\"section\": \"soils\"|soil-priority-plots: unknown section soils",
        "\"period\": \"2021-2025\"|\"period\": \"2021/25\"|sewers-built: period 2021/25",
        "\"direction\": \"at-least\"|\"direction\": \"up\"|unknown direction up",
        "[[\"sewers-rain\"|[[\"sewers-snow\"|sewers-surveyed: sumOf names unknown sewers-snow",
        "\"source\": \"declared\"|\"source\": \"guessed\"|unknown source guessed",
        "\"count\": \"sealed\"|\"count\": \"melted\"|enterprises-sealed: unknown count melted",
        "\"campaigns\": [\"emergency-cuts\"]|\"campaigns\": []|enterprises-sealed: ledger without campaigns",
        "\"metric\": \"reminders\"|\"metric\": \"hints\"|reminders: unknown metric hints",
        "\"2023\": {|\"23\": {|counties-at-grade-ii: 23 is no year",
        "\"deadline\": \"2024-12-31\"|\"deadline\": \"31.12.2024\"|targets.json",
        "\"zh\": \"国土面积\"|\"zh\": \"\"|land-area: missing title.zh",
        "\"metric\": \"land-area\"|\"metrik\": \"land-area\"|metrik"
      })
  void namesFileEntryAndFault(String sound, String broken, String fault) throws IOException {
    String text;
    try (InputStream in = TargetsTest.class.getResourceAsStream("/city/yongzhou/targets.json")) {
      text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    assertThat(text).contains(sound);
    InputStream edited =
        new ByteArrayInputStream(text.replace(sound, broken).getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> Targets.read(edited, "targets.json"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("targets.json: ")
        .hasMessageContaining(fault);
  }
}
