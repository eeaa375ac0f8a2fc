package hongyan.service.demo;

import static org.assertj.core.api.Assertions.assertThat;

import hongyan.geo.city.City;
import hongyan.service.database.OnBothDatabases;
import hongyan.service.problems.LedgerFixture;
import hongyan.service.problems.ProblemField;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnBothDatabases
class DemoLedgerTest {
  private static List<String> lines(LocalDate end) {
    DemoLedger ledger =
        new DemoLedger(7, DemoDays.endingAt(end), City.open("yongzhou").counties().list());
    String text = new String(ledger.body().bytes(), StandardCharsets.UTF_8);
    return Arrays.asList(text.split("\n"));
  }

  @Test
  void saysInEveryEntryThatItIsGenerated() {
    assertThat(lines(LocalDate.of(2026, 11, 20)).stream().skip(1))
        .hasSize(92)
        .allMatch(line -> line.startsWith("demo-P-") && line.contains("演示"));
  }

  @Test
  void givesTheSameLedgerForTheSameSeedAndEnd() {
    assertThat(lines(LocalDate.of(2026, 11, 20))).isEqualTo(lines(LocalDate.of(2026, 11, 20)));
  }

  @Test
  void hasEveryStateAndKindForTheLightsToShow() {
    String all = String.join("\n", lines(LocalDate.of(2026, 11, 20)));
    assertThat(all).contains("已发现", "整改中", "已整改", "已回头看", "已销号", "查封", "立案查处", "限期整改");
  }

  @Test
  void isTakenWholeByTheLedgersOwnRules(@TempDir Path folder) {
    LedgerFixture fixture = new LedgerFixture(folder);
    List<String> lines = lines(LedgerFixture.TODAY);
    String[] headings = lines.get(0).split(",");
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      Map<ProblemField, String> texts = new EnumMap<>(ProblemField.class);
      for (ProblemField field : ProblemField.values()) {
        int column = List.of(headings).indexOf(field.words().zh());
        if (column >= 0) {
          texts.put(field, cells[column]);
        }
      }
      assertThat(texts).hasSize(headings.length);
      assertThat(fixture.ledger.read(texts).faults()).as(line).isEmpty();
    }
  }
}
