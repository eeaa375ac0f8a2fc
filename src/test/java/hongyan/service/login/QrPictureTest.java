package hongyan.service.login;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QrPictureTest {
  private static final String URI =
      "otpauth://totp/Hongyan%3Aofficer?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Hongyan";

  @Test
  void drawsTheThreeCornersByWhichReadersFindIt() {
    QrPicture picture = QrPicture.of(URI);
    int far = picture.size() - 7;
    for (int[] corner : new int[][] {{0, 0}, {far, 0}, {0, far}}) {
      for (int at = 0; at < 7; at++) {
        assertThat(picture.path())
            .contains(square(corner[0] + at, corner[1]))
            .contains(square(corner[0], corner[1] + at))
            .contains(square(corner[0] + 6, corner[1] + at));
      }
      assertThat(picture.path()).doesNotContain(square(corner[0] + 1, corner[1] + 1));
    }
  }

  private static String square(int x, int y) {
    return "M%d,%dh1v1h-1z".formatted(x, y);
  }

  @Test
  void saysAnotherSecretByAnotherPicture() {
    assertThat(QrPicture.of(URI)).isNotEqualTo(QrPicture.of(URI.replace("JBSW", "JBSX")));
  }
}
