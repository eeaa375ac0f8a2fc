package hongyan.service.documents;

import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import hongyan.geo.place.CivilTime;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.logging.Level;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jsoup.Jsoup;
import org.jsoup.helper.W3CDom;
import org.jsoup.nodes.Document;

/**
 * Makes PDF of HTML with CSS 2.1, its {@code @page} rules and inline SVG (see {@link Drawing}).
 *
 * <p>All text is set in one embedded {@linkplain Typeface typeface} and can be read and copied out
 * again. The same HTML, base and moment give the same bytes. Nothing is fetched: pictures have to
 * be {@code data:} URIs, other resources are left out. Thread-safe.
 */
public final class Pdf {
  private static final String OWN_STYLE =
      "* { font-family: \"%s\" !important }".formatted(Typeface.NAME);

  static {
    XRLog.listRegisteredLoggers().forEach(each -> XRLog.setLevel(each, Level.SEVERE));
  }

  private Pdf() {}

  /**
   * Returns the PDF of a page.
   *
   * @param html a whole page; its title becomes the document's
   * @param base what relative links are meant against
   * @param madeAt the moment that the document names as its making
   */
  public static byte[] of(String html, URI base, Instant madeAt) {
    Document page = Jsoup.parse(html, base.toString());
    page.select("a[href]").forEach(link -> absolute(link, base));
    page.select("script").remove();
    page.head().appendElement("style").text(OWN_STYLE);
    PdfRendererBuilder builder = new PdfRendererBuilder();
    builder.withProducer("Hongyan");
    builder.withW3cDocument(new W3CDom().fromJsoup(page), base.toString());
    builder.useExternalResourceAccessControl(
        (uri, type) -> uri.startsWith("data:"),
        ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI);
    builder.useSVGDrawer(new Drawing());
    Typeface.into(builder);
    try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
      renderer.layout();
      return bytes(renderer.createPDFKeepOpen(), madeAt);
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }

  /** Within the page a link stays as it is; others have to lead somewhere from a sheet of paper. */
  private static void absolute(org.jsoup.nodes.Element link, URI base) {
    String href = link.attr("href");
    if (!href.startsWith("#")) {
      link.attr("href", base.resolve(URI.create(href)).toString());
    }
  }

  private static byte[] bytes(PDDocument document, Instant madeAt) throws IOException {
    Calendar made = GregorianCalendar.from(madeAt.atZone(CivilTime.ZONE));
    document.getDocumentInformation().setCreationDate(made);
    document.getDocumentInformation().setModificationDate(made);
    document.setDocumentId(madeAt.toEpochMilli());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    document.save(out);
    return out.toByteArray();
  }
}
