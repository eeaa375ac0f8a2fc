package hongyan.pipelines.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hongyan.pipelines.air.DataFile;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleSheetTest {

  @Test
  void givesEveryThresholdASourceAndACertainty() {
    assertThat(RuleSheet.list()).hasSize(12);
    for (RuleSheet sheet : RuleSheet.list()) {
      assertThat(sheet.thresholds())
          .as(sheet.id())
          .isNotEmpty()
          .allMatch(t -> !t.source().isBlank() && t.certainty().matches("[A-D]"));
    }
  }

  @Test
  void namesTheRuleAndTheThresholdThatIsMissingOrNegative() {
    RuleSheet.Threshold negative =
        new RuleSheet.Threshold("rise", BigDecimal.ONE.negate(), "1", "", "", "D");
    RuleSheet sheet = new RuleSheet("x", "1", "", "", List.of(negative));
    assertThatThrownBy(() -> sheet.decimal("fall")).hasMessage("rule x: no fall");
    assertThatThrownBy(() -> sheet.decimal("rise")).hasMessage("rule x: rise is negative: -1");
  }

  @Test
  void namesAFileThatIsMissingOrOfAnotherForm() {
    assertThatThrownBy(() -> DataFile.read("/rules/none.json", RuleSheet.class))
        .hasMessageContaining("/rules/none.json");
    assertThatThrownBy(() -> DataFile.read("/air/hj633-2026.json", RuleSheet.class))
        .hasMessageContaining("/air/hj633-2026.json");
  }
}
