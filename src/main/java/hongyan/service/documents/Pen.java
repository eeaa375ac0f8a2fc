package hongyan.service.documents;

import com.openhtmltopdf.css.constants.IdentValue;
import com.openhtmltopdf.css.value.FontSpecification;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.pdfboxout.PdfBoxOutputDevice;
import com.openhtmltopdf.render.AbstractOutputDevice;
import com.openhtmltopdf.render.FSFont;
import com.openhtmltopdf.render.RenderingContext;
import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Draws the elements of one picture onto a page; lengths of the picture become device units. */
final class Pen {
  private final OutputDevice device;
  private final RenderingContext context;
  private final AffineTransform toPage;
  private final double scale;

  Pen(OutputDevice device, RenderingContext context, double x, double y, double scale) {
    this.device = device;
    this.context = context;
    this.scale = scale;
    this.toPage = new AffineTransform(scale, 0, 0, scale, x, y);
  }

  void drawAll(Element parent, Ink around) {
    Ink ink = around.within(parent);
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element) {
        draw(element, ink);
      }
    }
  }

  private void draw(Element element, Ink around) {
    Ink ink = around.within(element);
    switch (element.getTagName()) {
      case "g", "a" -> drawAll(element, around);
      case "rect" ->
          draw(
              new Rectangle2D.Double(
                  at(element, "x"), at(element, "y"), at(element, "width"), at(element, "height")),
              ink);
      case "line" ->
          draw(
              new Line2D.Double(
                  at(element, "x1"), at(element, "y1"), at(element, "x2"), at(element, "y2")),
              ink);
      case "circle" -> draw(circle(element), ink);
      case "polyline" -> draw(points(element, false), ink);
      case "polygon" -> draw(points(element, true), ink);
      case "path" -> draw(path(element.getAttribute("d")), ink);
      case "text" -> write(element, ink);
      default -> {
        // Titles and what browsers alone understand.
      }
    }
  }

  private static double at(Element element, String name) {
    return Ink.number(element, name, 0);
  }

  private static Shape circle(Element element) {
    double r = at(element, "r");
    return new Ellipse2D.Double(at(element, "cx") - r, at(element, "cy") - r, 2 * r, 2 * r);
  }

  private static Shape points(Element element, boolean closed) {
    return path("M " + element.getAttribute("points") + (closed ? " Z" : ""));
  }

  /** Reads a path of absolute straight lines; after M, pairs go on as L. */
  private static Path2D path(String text) {
    Path2D path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
    String[] parts = text.replaceAll("([MLHVZ])", " $1 ").trim().split("[\\s,]+");
    char command = 'M';
    for (int i = 0; i < parts.length; ) {
      if (parts[i].matches("[MLHVZ]")) {
        command = parts[i++].charAt(0);
        if (command == 'Z') {
          path.closePath();
        }
        continue;
      }
      double first = Double.parseDouble(parts[i++]);
      switch (command) {
        case 'H' -> path.lineTo(first, path.getCurrentPoint().getY());
        case 'V' -> path.lineTo(path.getCurrentPoint().getX(), first);
        case 'M' -> path.moveTo(first, Double.parseDouble(parts[i++]));
        default -> path.lineTo(first, Double.parseDouble(parts[i++]));
      }
      command = command == 'M' ? 'L' : command;
    }
    return path;
  }

  private void draw(Shape shape, Ink ink) {
    Shape onPage = toPage.createTransformedShape(shape);
    if (ink.fill() != null && !(shape instanceof Line2D)) {
      device.setColor(ink.fill());
      device.fill(onPage);
    }
    if (ink.stroke() != null) {
      device.setColor(ink.stroke());
      device.setStroke(stroke(ink));
      device.draw(onPage);
    }
  }

  private BasicStroke stroke(Ink ink) {
    float width = (float) (ink.strokeWidth() * scale);
    if (ink.dash().isEmpty()) {
      return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
    }
    double[] lengths =
        Arrays.stream(ink.dash().split("[ ,]+")).mapToDouble(Double::parseDouble).toArray();
    float[] dash = new float[lengths.length];
    for (int i = 0; i < dash.length; i++) {
      dash[i] = (float) (lengths[i] * scale);
    }
    return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, dash, 0);
  }

  private void write(Element element, Ink ink) {
    String text = element.getTextContent().trim();
    if (text.isEmpty() || ink.fill() == null) {
      return;
    }
    FontSpecification wanted = specification(ink);
    FSFont font = context.getFont(wanted);
    double width = context.getTextRenderer().getWidth(context.getFontContext(), font, text);
    double back =
        switch (ink.anchor()) {
          case "middle" -> width / 2;
          case "end" -> width;
          default -> 0;
        };
    double[] place = {at(element, "x"), at(element, "y")};
    toPage.transform(place, 0, place, 0, 1);
    device.setColor(ink.fill());
    // Else the weight of the words before is laid over these.
    ((AbstractOutputDevice) device).setFontSpecification(wanted);
    device.setFont(font);
    ((PdfBoxOutputDevice) device)
        .drawString(text, (float) (place[0] - back), (float) place[1], null);
  }

  private FontSpecification specification(Ink ink) {
    FontSpecification wanted = new FontSpecification();
    wanted.families = new String[] {Typeface.NAME};
    wanted.size = (float) (ink.fontSize() * scale);
    wanted.fontWeight = ink.bold() ? IdentValue.BOLD : IdentValue.NORMAL;
    wanted.fontStyle = IdentValue.NORMAL;
    wanted.variant = IdentValue.NORMAL;
    return wanted;
  }
}
