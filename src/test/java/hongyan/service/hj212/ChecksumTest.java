package hongyan.service.hj212;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChecksumTest {

  /** HJ 212-2017, appendix, and the check values that follow from its algorithm. */
  @ParameterizedTest
  @CsvSource({"'', FFFF", "A, 7080", "123456789, 2F80"})
  void followsTheStandard(String text, String hex) {
    assertThat(Checksum.STANDARD.of(text.getBytes(StandardCharsets.US_ASCII)))
        .isEqualTo(Integer.parseInt(hex, 16));
  }

  @Test
  void givesTheOfficialExamples() {
    assertThat(
            of(
                "QN=20160801085857223;ST=32;CN=1062;PW=100000;MN=010000A8900016F000169DC0;Flag=5;CP=&&RtdInterval=30&&"))
        .isEqualTo(0x1C80);
    assertThat(
            of(
                "QN=20240601085857223;ST=32;CN=1011;PW=123456;MN=010000A8900016F000169DC0;Flag=9;CP=&&&&"))
        .isEqualTo(0x2200);
  }

  @Test
  void takesAByteOfZero() {
    assertThat(Checksum.STANDARD.of(new byte[] {0})).isEqualTo(0x4040);
  }

  /** The check value of CRC-16/MODBUS over the digits 1 to 9 that every catalogue of CRCs has. */
  @Test
  void isNotTheOneOfModbus() {
    byte[] digits = "123456789".getBytes(StandardCharsets.US_ASCII);
    assertThat(Checksum.MODBUS.of(digits)).isEqualTo(0x4B37);
    assertThat(Checksum.matching(digits, 0x374B)).containsExactly(Checksum.MODBUS_SWAPPED);
  }

  private static int of(String text) {
    return Checksum.STANDARD.of(text.getBytes(StandardCharsets.US_ASCII));
  }
}
