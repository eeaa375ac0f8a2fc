package hongyan.service.documents;

import com.openhtmltopdf.css.parser.FSRGBColor;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * How the next shape is drawn, as SVG inherits it from the groups around.
 *
 * @param fill null for none
 * @param stroke null for none
 * @param dash lengths of stroke and gap, empty for an unbroken line
 */
record Ink(
    @Nullable FSRGBColor fill,
    @Nullable FSRGBColor stroke,
    double strokeWidth,
    String dash,
    double fontSize,
    boolean bold,
    String anchor) {
  static final Ink BLACK = new Ink(new FSRGBColor(0, 0, 0), null, 1, "", 12, false, "start");

  /** Returns what holds within {@code element}. */
  Ink within(Element element) {
    String weight = attribute(element, "font-weight", bold ? "bold" : "normal");
    return new Ink(
        color(element, "fill", fill),
        color(element, "stroke", stroke),
        number(element, "stroke-width", strokeWidth),
        attribute(element, "stroke-dasharray", dash),
        number(element, "font-size", fontSize),
        weight.equals("bold") || weight.equals("700"),
        attribute(element, "text-anchor", anchor));
  }

  static double number(Element element, String name, double otherwise) {
    String text = element.getAttribute(name);
    return text.isEmpty() ? otherwise : Double.parseDouble(text);
  }

  private static String attribute(Element element, String name, String otherwise) {
    String text = element.getAttribute(name);
    return text.isEmpty() ? otherwise : text;
  }

  private static @Nullable FSRGBColor color(
      Element element, String name, @Nullable FSRGBColor otherwise) {
    String text = element.getAttribute(name);
    if (text.isEmpty()) {
      return otherwise;
    }
    return text.matches("#[0-9a-fA-F]{6}")
        ? new FSRGBColor(Integer.parseInt(text.substring(1), 16))
        : null;
  }
}
