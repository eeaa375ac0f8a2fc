package hongyan.service.doors.checks;

import static org.assertj.core.api.Assertions.assertThat;

import hongyan.pipelines.casualties.Casualty;
import hongyan.pipelines.casualties.Toll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CasualtyCheckTest {
  private static final String BARE =
      "{\"time\":\"2026-11-21T18:00:00+08:00\",\"position\":{\"type\":\"Point\",\"coordinates\":[111.6,26.4]},"
          + "\"dead\":2,\"sick\":1,\"source\":\"patrol\",\"species\":\"绿翅鸭\",\"casualtyID\":\"C1\"}";

  private final CasualtyCheck check =
      new CasualtyCheck(new TestPlaces(), SentFiles.none(sha256 -> false));

  @Test
  void takesWhatAReportAsksFor() {
    String full =
        BARE.substring(0, BARE.length() - 1)
            + ",\"behaviour\":\"扭颈\",\"samples\":\"咽拭子2份\",\"disposal\":\"深埋\","
            + "\"injured\":4,\"trapped\":5}";
    Casualty casualty = check(full).record();
    assertThat(casualty.toll()).isEqualTo(new Toll(2, 1, 4, 5));
    assertThat(casualty.samples()).isEqualTo("咽拭子2份");
    assertThat(casualty.disposal()).isEqualTo("深埋");
    assertThat(casualty.receipt().raw()).isEqualTo(full);
  }

  @Test
  void givesTheSameReportTheSameIdentity() {
    String nameless = BARE.replace(",\"casualtyID\":\"C1\"", "");
    assertThat(check(nameless).generatedId())
        .startsWith("c-")
        .isEqualTo(check(nameless).generatedId());
    assertThat(check(nameless.replace("\"dead\":2", "\"dead\":3")).generatedId())
        .isNotEqualTo(check(nameless).generatedId());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "\"time\"; time required-field-missing",
        "\"time\":\"2026-11-23T18:00:00+08:00\"; time time-in-future",
        "\"source\":\"rumour\"; source unknown-source",
        "\"dead\":-1; dead individual-count-invalid",
        "\"dead\":1.5; dead individual-count-invalid",
        "\"dead\":1000001; dead value-out-of-range",
        "\"county\":\"999999\"; county unknown-county",
      })
  void refusesByName(String field, String fault) {
    assertThat(Items.faults(check(Items.with(BARE, field)))).containsExactly(fault);
  }

  @Test
  void refusesAReportOfNoBirdAndOfNoPlace() {
    assertThat(Items.faults(check(BARE.replace("\"dead\":2,\"sick\":1,", ""))))
        .containsExactly("dead numbers-missing");
    assertThat(
            Items.faults(
                check(
                    BARE.replace(
                        "\"position\":{\"type\":\"Point\",\"coordinates\":[111.6,26.4]},", ""))))
        .containsExactly("position place-missing");
  }

  private Checked<Casualty> check(String json) {
    return check.check(Items.of(json, CasualtyCheck.FIELDS), Items.STAMP);
  }
}
