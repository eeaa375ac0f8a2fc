package hongyan.service.doors.rejects;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RuleTest {

  @ParameterizedTest
  @EnumSource
  void saysItInBothLanguages(Rule rule) {
    String chinese = rule.message(Language.ZH, "FIELD", "VALUE", "EXTRA");
    String english = rule.message(Language.EN, "FIELD", "VALUE", "EXTRA");
    assertThat(chinese).endsWith("。").containsPattern("[一-鿿]").doesNotContain("%");
    assertThat(english).endsWith(".").doesNotContainPattern("[一-鿿]").doesNotContain("%");
    for (String part : new String[] {"FIELD", "VALUE", "EXTRA"}) {
      assertThat(english.contains(part)).as(part).isEqualTo(chinese.contains(part));
    }
    assertThat(rule.message(Language.ZH, null, null, null)).doesNotContain("null");
  }

  @Test
  void hasOneNameForEachRule() {
    var codes = Arrays.stream(Rule.values()).map(Rule::code).toList();
    assertThat(new HashSet<>(codes)).hasSameSizeAs(codes);
    assertThat(codes).allMatch(code -> code.matches("[a-z0-9]+(-[a-z0-9]+)*"));
    assertThat(Rule.findByCode("zero-coordinate")).contains(Rule.ZERO_COORDINATE);
    assertThat(Rule.findByCode("ZERO_COORDINATE")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "en, EN",
    "'en-GB,en;q=0.9,zh;q=0.8', EN",
    "'fr,zh-CN;q=0.5,en;q=0.4', ZH",
    "fr, ZH",
    "'en;q=0', ZH",
    "'((', ZH",
    "'', ZH"
  })
  void choosesTheLanguageThatIsPreferred(String header, Language expected) {
    assertThat(Language.of(header)).isEqualTo(expected);
  }

  @Test
  void cutsLongValues() {
    Fault fault = new Fault("f", "😀".repeat(200), Rule.NOT_A_NUMBER, null);
    assertThat(fault.value()).hasSize(201).endsWith("😀…");
    assertThat(new Fault("f", "a" + "😀".repeat(200), Rule.NOT_A_NUMBER, null).value())
        .hasSize(200)
        .endsWith("😀…");
  }
}
