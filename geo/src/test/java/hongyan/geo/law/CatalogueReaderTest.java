package hongyan.geo.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueReaderTest {

  @Test
  void readsTheRegulationWithItsDateOfEffect() {
    Regulation regulation = CatalogueReader.readRegulation();
    assertThat(regulation.title()).isEqualTo("永州市候鸟保护若干规定");
    assertThat(regulation.dateOfEffect()).isEqualTo(LocalDate.parse("2025-01-01"));
    assertThat(regulation.certainty()).isEqualTo("B");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"code\": \"net\", \"item\": 1|\"code\": \"net\", \"item\": 9|conduct net: unknown item 9",
        "\"code\": \"lure\"|\"code\": \"net\"|conduct net: duplicate code",
        "\"en\": \"netting\"|\"en\": \" \"|conduct net: missing en",
        "\"en\": \"netting\", |\"\"|conduct net: missing en",
        "\"code\": \"eating\", \"item\": 4|\"code\": \"eating\", \"item\": 3|no conduct of item 4",
        "\"needs\": \"zone-or-birds\"|\"needs\": \"luck\"|conduct driving-away: unknown need luck",
        "\"consequence\": \"food\"|\"consequence\": \"x\"|conduct food-trade: unknown consequence x",
        "\"department\": \"market\"|\"department\": \"x\"|conduct eating: unknown department x",
        "\"zh\": \"公安机关\"|\"zh\": \"\"|department police: missing zh",
        "\"from\": \"2026-08-15\"|\"from\": \"2026-15-08\"|consequence hunting: from is no day",
        "\"tools\": [\"bird-net\"]|\"tools\": [\"broom\"]|conduct net: unknown tool broom",
        "\"by\": \"national\"|\"by\": \"us\"|tool bird-net: banned by unknown us",
        "\"zh\": \"从旧兼从轻|\"zz\": \"从旧兼从轻|zz",
        "\"certainty\": \"B\"|\"certainty\": \"E\"|conduct net: unknown certainty E",
      })
  void namesFileEntryAndFault(String sound, String broken, String fault) {
    String text = catalogue();
    assertThat(text).contains(sound);
    String edited = text.replace(sound, broken.equals("\"\"") ? "" : broken);
    assertThatThrownBy(() -> CatalogueReader.catalogueOf(stream(edited)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("law/article7.json: ")
        .hasMessageContaining(fault);
  }

  @Test
  void namesAFieldThatItDoesNotKnow() {
    String edited = catalogue().replace("\"needs\"", "\"wants\"");
    assertThatThrownBy(() -> CatalogueReader.catalogueOf(stream(edited)))
        .hasMessageStartingWith("law/article7.json: ")
        .hasMessageContaining("wants");
  }

  @Test
  void refusesARegulationWithoutADateOfEffect() {
    assertThatThrownBy(
            () -> CatalogueReader.regulationOf(stream("{\"title\": \"x\", \"article\": 7}")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("law/regulation.json: ")
        .hasMessageContaining("missing titleEn")
        .hasMessageContaining("missing dateOfEffect");
  }

  private static String catalogue() {
    try (InputStream in = Article7.class.getResourceAsStream("/law/article7.json")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
