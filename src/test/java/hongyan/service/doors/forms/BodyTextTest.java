package hongyan.service.doors.forms;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hongyan.service.doors.rejects.Rule;
import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;

class BodyTextTest {
  private static final Charset GBK = Charset.forName("GBK");

  @Test
  void leavesOutAByteOrderMark() {
    assertThat(BodyText.decode("\uFEFFid\n鸿".getBytes(UTF_8), UTF_8)).isEqualTo("id\n鸿");
  }

  @Test
  void readsDeclaredGbk() {
    assertThat(BodyText.decode("鸿雁".getBytes(GBK), GBK)).isEqualTo("鸿雁");
  }

  @Test
  void takesAReplacementCharacterThatWasSent() {
    assertThat(BodyText.decode("a\uFFFDb".getBytes(UTF_8), UTF_8)).isEqualTo("a\uFFFDb");
  }

  @Test
  void tellsGbkSentAsUtf8WithLineAndByte() {
    assertThatThrownBy(() -> BodyText.decode("id,name\n1,鸿雁\n".getBytes(GBK), UTF_8))
        .isInstanceOfSatisfying(
            BodyFault.class,
            fault -> {
              assertThat(fault.fault().rule()).isEqualTo(Rule.GBK_NOT_UTF_8);
              assertThat(fault.line()).isEqualTo(2);
              assertThat(fault.fault().extra()).isEqualTo("2:10");
            });
  }

  @Test
  void refusesBytesThatMeanNothing() {
    byte[] body = {'a', '\n', '\n', 'b', (byte) 0xFF, 'c'};
    assertThatThrownBy(() -> BodyText.decode(body, UTF_8))
        .isInstanceOfSatisfying(
            BodyFault.class,
            fault -> {
              assertThat(fault.fault().rule()).isEqualTo(Rule.MALFORMED_ENCODING);
              assertThat(fault.fault().extra()).isEqualTo("3:4");
            });
  }

  @Test
  void refusesACharacterThatIsCutOff() {
    byte[] body = {'a', (byte) 0xE9, (byte) 0xB8};
    assertThatThrownBy(() -> BodyText.decode(body, UTF_8)).isInstanceOf(BodyFault.class);
  }

  @Test
  void findsAMalformedByteFarInTheBody() {
    byte[] body = ("x".repeat(100_000) + "?").getBytes(UTF_8);
    body[100_000] = (byte) 0xC0;
    assertThatThrownBy(() -> BodyText.decode(body, UTF_8))
        .isInstanceOfSatisfying(
            BodyFault.class, fault -> assertThat(fault.fault().extra()).isEqualTo("1:100000"));
  }

  @Test
  void refusesAnEmptyBody() {
    assertThatThrownBy(() -> BodyText.decode(" \r\n".getBytes(UTF_8), UTF_8))
        .isInstanceOfSatisfying(
            BodyFault.class, fault -> assertThat(fault.fault().rule()).isEqualTo(Rule.BODY_EMPTY));
  }
}
