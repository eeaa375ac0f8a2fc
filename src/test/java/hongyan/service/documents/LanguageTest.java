package hongyan.service.documents;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "  |                        | ZH",
        "en|                        | EN",
        "en| zh-CN                  | EN",
        "zh-CN | en                 | ZH",
        "  | en-GB,en;q=0.9         | EN",
        "  | zh-CN,zh;q=0.9,en;q=0.8| ZH",
        "  | fr,en;q=0.5            | EN",
        "  | fr                     | ZH",
        "  | ;;;                    | ZH"
      })
  void asksTheParameterThenTheHeaderThenSpeaksChinese(
      String parameter, String header, Language expected) {
    assertThat(Language.of(parameter, header)).isEqualTo(expected);
  }
}
