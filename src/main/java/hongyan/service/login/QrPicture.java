package hongyan.service.login;

import io.nayuki.qrcodegen.QrCode;

/**
 * A QR code to be drawn: the dark squares as the path of an SVG whose unit is one of them.
 *
 * @param size squares on a side, without the quiet zone of four around it
 * @param path for the {@code d} of an SVG path
 */
record QrPicture(int size, String path) {

  /** Returns the code of a text, with the correction of errors that suits a screen. */
  static QrPicture of(String text) {
    QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < code.size; y++) {
      for (int x = 0; x < code.size; x++) {
        if (code.getModule(x, y)) {
          path.append("M%d,%dh1v1h-1z".formatted(x, y));
        }
      }
    }
    return new QrPicture(code.size, path.toString());
  }
}
