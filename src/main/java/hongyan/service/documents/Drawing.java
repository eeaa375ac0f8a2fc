package hongyan.service.documents;

import com.openhtmltopdf.css.sheet.FontFaceRule;
import com.openhtmltopdf.css.style.CssContext;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.extend.SVGDrawer;
import com.openhtmltopdf.layout.SharedContext;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.render.Box;
import com.openhtmltopdf.render.RenderingContext;
import java.io.File;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * Draws the part of SVG that our own pictures are made of into a PDF, with the document's typeface,
 * so that their words can be read out as well: {@code g rect line polyline polygon circle path
 * text}, with {@code fill stroke stroke-width stroke-dasharray font-size font-weight text-anchor}
 * as attributes, inherited from {@code g}; paths of {@code M L H V Z}. No transforms, no styles, no
 * gradients: what it does not know it leaves out. Needs a {@code viewBox}.
 */
final class Drawing implements SVGDrawer {

  @Override
  public SVGImage buildSVGImage(
      Element svg, Box box, CssContext context, double width, double height, double dotsPerPixel) {
    return new Picture(svg, width, height, dotsPerPixel);
  }

  /** One picture, scaled to the width that it is given. */
  private static final class Picture implements SVGImage {
    private final Element svg;
    private final double width;
    private final double height;
    private final double scale;

    Picture(Element svg, double width, double height, double dotsPerPixel) {
      String[] box = svg.getAttribute("viewBox").trim().split("[ ,]+");
      double boxWidth = box.length == 4 ? Double.parseDouble(box[2]) : 300;
      double boxHeight = box.length == 4 ? Double.parseDouble(box[3]) : 150;
      this.svg = svg;
      this.width = width > 0 ? width : boxWidth * dotsPerPixel;
      this.height = height > 0 ? height : this.width * boxHeight / boxWidth;
      this.scale = Math.min(this.width / boxWidth, this.height / boxHeight);
    }

    @Override
    public int getIntrinsicWidth() {
      return (int) Math.round(width);
    }

    @Override
    public int getIntrinsicHeight() {
      return (int) Math.round(height);
    }

    @Override
    public void drawSVG(OutputDevice device, RenderingContext context, double x, double y) {
      new Pen(device, context, x, y, scale).drawAll(svg, Ink.BLACK);
    }
  }

  @Override
  public void importFontFaceRules(List<FontFaceRule> rules, SharedContext context) {
    // The document's typeface is the only one.
  }

  @Override
  public void addFontFile(
      File file, String family, @Nullable Integer weight, @Nullable FontStyle style) {
    // The document's typeface is the only one.
  }

  @Override
  public void close() {
    // Holds nothing.
  }
}
