package hongyan.pipelines.air.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hongyan.pipelines.air.DataFile;
import java.time.LocalDate;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StandardsTest {

  /** The real files, one of them with a text replaced. */
  private static UnaryOperator<String> broken(String file, String text, String by) {
    return path -> {
      String real = DataFile.text(path);
      if (!path.endsWith(file)) {
        return real;
      }
      assertThat(real).contains(text);
      return real.replace(text, by);
    };
  }

  @Test
  void hasOneVersionOfEachStandardForEveryDate() {
    Standards standards = Standards.load();
    for (String date : new String[] {"1990-01-01", "2026-02-28", "2026-03-01", "2031-01-01"}) {
      assertThat(standards.versions())
          .filteredOn(each -> each.appliesOn(LocalDate.parse(date)))
          .extracting(Standards.Version::standard)
          .containsExactly("GB 3095", "HJ 633", "HJ 663", "composite index");
    }
    assertThat(standards.versions())
        .filteredOn(each -> each.appliesOn(LocalDate.parse("2031-01-01")))
        .extracting(Standards.Version::id)
        .containsExactly(
            "GB 3095-2026", "HJ 633-2026", "HJ 663-2026", "composite index 2031 (unconfirmed)");
  }

  @Test
  void saysOfEveryVersionHowSureItIs() {
    assertThat(Standards.load().versions())
        .allMatch(each -> each.source().certainty().matches("[ABCD]"))
        .allMatch(each -> !each.source().title().isBlank());
  }

  @ParameterizedTest
  @ValueSource(strings = {"gb3095.json", "hj633-2026.json", "hj663.json", "composite-index.json"})
  void doesNotStartWithAGapInTheDatesOfATable(String file) {
    assertThatThrownBy(
            () ->
                Standards.read(
                    broken(file, "\"from\": \"2026-03-01\"", "\"from\": \"2026-03-02\"")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("gap")
        .hasMessageContaining(file)
        .hasMessageContaining("2026-02-28")
        .hasMessageContaining("2026-03-02");
  }

  @ParameterizedTest
  @ValueSource(strings = {"gb3095.json", "hj633-2012.json", "hj663.json", "composite-index.json"})
  void doesNotStartWithAnOverlapInTheDatesOfATable(String file) {
    assertThatThrownBy(
            () -> Standards.read(broken(file, "\"to\": \"2026-02-28\"", "\"to\": \"2026-03-01\"")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("overlap")
        .hasMessageContaining(file)
        .hasMessageContaining("2026-03-01");
  }

  @ParameterizedTest
  @CsvSource({
    "gb3095.json, gap, 2031-01-01, 2031-02-01",
    "composite-index.json, overlap, 2030-12-31, 2031-01-01"
  })
  void findsAFaultAtTheSecondStepToo(String file, String fault, String date, String by) {
    assertThatThrownBy(() -> Standards.read(broken(file, date, by)))
        .hasMessageContaining(fault)
        .hasMessageContaining(file);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gb3095.json | \"average\": \"year\" | \"average\": \"decade\"",
        "gb3095.json | \"pollutant\": \"CO\" | \"pollutant\": \"CO2\"",
        "hj633-2012.json | \"50\", \"150\" | \"150\", \"50\"",
        "hj663.json | yearDays | yeerDays",
        "hj663.json | \"CO\": 95 | \"CO2\": 95",
        "composite-index.json | \"limit\": 60 | \"limit\": 0",
        "composite-index.json | \"pollutant\": \"CO\" | \"pollutant\": \"O3\""
      })
  void doesNotStartWithATableThatIsNone(String file, String text, String by) {
    assertThatThrownBy(() -> Standards.read(broken(file, text, by)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(file);
  }

  @Test
  void doesNotStartWithAnIndexThatRestsOnNoVersion() {
    assertThatThrownBy(
            () -> Standards.read(broken("composite-index.json", "HJ 663-2013", "HJ 663-2003")))
        .hasMessageContaining("no version HJ 663-2003");
  }

  @Test
  void namesTheFaultsOfAllTablesAtOnce() {
    UnaryOperator<String> files =
        path -> DataFile.text(path).replace("\"from\": \"2026-03-01\"", "\"from\": \"2026-03-05\"");
    assertThatThrownBy(() -> Standards.read(files))
        .hasMessageContaining("gb3095.json")
        .hasMessageContaining("hj633-2026.json")
        .hasMessageContaining("hj663.json")
        .hasMessageContaining("composite-index.json");
  }
}
