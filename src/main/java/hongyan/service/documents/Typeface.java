package hongyan.service.documents;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * The typeface of every document: Noto Sans SC, regular and bold, with the 8,105 characters of the
 * General Standard Chinese Characters (通用规范汉字表, 2013), those of GB 2312, Latin and Greek. What else
 * a text has shows as 〓. Of each document only the glyphs that it uses are embedded.
 */
final class Typeface {
  static final String NAME = "Noto Sans SC";
  static final String MISSING = "〓";

  private static final byte[] REGULAR = read("/fonts/NotoSansSC-Regular.woff");
  private static final byte[] BOLD = read("/fonts/NotoSansSC-Bold.woff");

  private Typeface() {}

  static void into(PdfRendererBuilder builder) {
    builder.useFont(() -> new ByteArrayInputStream(REGULAR), NAME, 400, FontStyle.NORMAL, true);
    builder.useFont(() -> new ByteArrayInputStream(BOLD), NAME, 700, FontStyle.NORMAL, true);
    builder.useReplacementText(MISSING);
  }

  private static byte[] read(String resource) {
    try (InputStream in = Typeface.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is not on the class path");
      }
      return Woff.unpack(in.readAllBytes());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
