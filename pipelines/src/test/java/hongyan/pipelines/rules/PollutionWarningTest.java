package hongyan.pipelines.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import hongyan.geo.law.Grade;
import hongyan.pipelines.alerts.Alert;
import hongyan.pipelines.alerts.AlertKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PollutionWarningTest {
  private static final PollutionWarning RULE = PollutionWarning.load();
  private static final Instant RAISED = Instant.parse("2025-01-10T00:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "100 201 100, yellow",
    "100 200 100, ",
    "151 151, yellow",
    "150 151 150, ",
    "151 100 151, ",
    "201 201, orange",
    "151 160 170, orange",
    "160 201, yellow",
    "201 160 201, orange",
    "201 301 201, red",
    "201 201 201, orange",
    "301 301, orange",
    "320 160 210 210 210, orange",
    "160 210 310 210, red",
  })
  void suggestsByTheLadderSince2024(String aqi, String colour) {
    assertThat(colours("2024-12-20", aqi)).isEqualTo(colour == null ? List.of() : warning(colour));
  }

  @ParameterizedTest
  @CsvSource({
    "201, ",
    "160 160 160 160, ",
    "201 201, yellow",
    "201 201 201, orange",
    "201 201 201 201, orange",
    "201 301 301 201, red",
    "301 201 201 301, orange",
    "500, red",
    "499, ",
  })
  void suggestsByTheLadderUntil2023(String aqi, String colour) {
    assertThat(colours("2019-01-10", aqi)).isEqualTo(colour == null ? List.of() : warning(colour));
  }

  @Test
  void isNamedByItsFirstDayAndGradedByItsHighestLevel() {
    List<Alert> alerts = check("2024-12-24", "160 210 210 150 100 201");
    assertThat(alerts)
        .extracting(Alert::id)
        .containsExactly("warning-431100-2024-12-24", "warning-431100-2024-12-29");
    Alert alert = alerts.get(0);
    assertThat(alert.kind()).isEqualTo(AlertKind.POLLUTION);
    assertThat(alert.grade()).isEqualTo(Grade.SERIOUS);
    assertThat(alert.conduct()).isEqualTo("warning-orange");
    assertThat(alert.subject()).isEqualTo("431100");
    assertThat(alert.time()).isEqualTo(Instant.parse("2024-12-23T16:00:00Z"));
  }

  @Test
  void saysThatItIsASuggestionFromObservations() {
    Alert alert = check("2024-12-24", "210").get(0);
    assertThat(alert.grounds().get(0).fact()).contains("建议").contains("黄色");
    assertThat(alert.grounds()).extracting(g -> g.record()).contains("day/431100/2024-12-24");
    assertThat(alert.grounds())
        .anyMatch(g -> g.factEn().equals("rests on 1 observed and 0 forecast days"));
  }

  @Test
  void endsAnEpisodeAtADayWithoutAqi() {
    Map<String, Integer> series = new HashMap<>(Map.of("2024-12-24", 160, "2024-12-26", 160));
    assertThat(RULE.check("431100", series, List.of(), RAISED)).isEmpty();
    series.put("2024-12-25", 160);
    assertThat(RULE.check("431100", series, List.of(), RAISED)).hasSize(1);
  }

  @Test
  void changesTheLadderAtTheTurnOf2024() {
    assertThat(check("2023-12-31", "210 210"))
        .extracting(Alert::id, Alert::conduct)
        .containsExactly(tuple("warning-431100-2024-01-01", "warning-yellow"));
  }

  private static List<String> warning(String colour) {
    return List.of("warning-" + colour);
  }

  private static List<String> colours(String first, String aqi) {
    return check(first, aqi).stream().map(Alert::conduct).toList();
  }

  private static List<Alert> check(String first, String aqi) {
    Map<String, Integer> series = new HashMap<>();
    LocalDate date = LocalDate.parse(first);
    for (String value : aqi.split(" ")) {
      series.put(date.toString(), Integer.valueOf(value));
      date = date.plusDays(1);
    }
    return RULE.check("431100", series, List.of(), RAISED);
  }
}
