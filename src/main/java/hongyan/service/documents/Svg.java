package hongyan.service.documents;

import java.util.Locale;

/**
 * Writes a picture in the part of SVG that browsers and {@link Pdf} both draw. Lengths are in
 * pixels of the picture. Not thread-safe.
 */
public final class Svg {
  private final StringBuilder out = new StringBuilder();

  /**
   * Begins a picture.
   *
   * @param label what it shows, for those who do not see it
   */
  public Svg(double width, double height, String label) {
    out.append(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-label=\"%s\" viewBox=\"0 0 %s %s\" width=\"%s\" height=\"%s\" font-size=\"12\">"
            .formatted(escape(label), n(width), n(height), n(width), n(height)));
  }

  public Svg rect(double x, double y, double width, double height, String fill) {
    out.append(
        "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"%s\"/>"
            .formatted(n(x), n(y), n(width), n(height), fill));
    return this;
  }

  /** Draws a frame without filling it. */
  public Svg frame(double x, double y, double width, double height, String stroke) {
    out.append(
        "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"0.5\"/>"
            .formatted(n(x), n(y), n(width), n(height), stroke));
    return this;
  }

  /** Draws a line; {@code dash} is empty for an unbroken one. */
  public Svg line(double x1, double y1, double x2, double y2, String stroke, String dash) {
    out.append(
        "<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" stroke=\"%s\"%s/>"
            .formatted(
                n(x1),
                n(y1),
                n(x2),
                n(y2),
                stroke,
                dash.isEmpty() ? "" : " stroke-dasharray=\"" + dash + "\""));
    return this;
  }

  /** Draws a line through points, given as {@code x,y x,y}. */
  public Svg polyline(String points, String stroke) {
    out.append(
        "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>"
            .formatted(points, stroke));
    return this;
  }

  /** Draws a dot; an open one is white inside. */
  public Svg dot(double x, double y, String color, boolean open) {
    out.append(
        "<circle cx=\"%s\" cy=\"%s\" r=\"3\" fill=\"%s\" stroke=\"%s\"/>"
            .formatted(n(x), n(y), open ? "#ffffff" : color, color));
    return this;
  }

  /**
   * Writes words.
   *
   * @param anchor start, middle or end
   */
  public Svg text(double x, double y, String anchor, double size, String color, String text) {
    out.append(
        "<text x=\"%s\" y=\"%s\" text-anchor=\"%s\" font-size=\"%s\" fill=\"%s\">%s</text>"
            .formatted(n(x), n(y), anchor, n(size), color, escape(text)));
    return this;
  }

  /** Writes a figure that the page's readers can find by its name. */
  public Svg figure(
      String id, double x, double y, String anchor, double size, String color, String text) {
    out.append(
        "<text data-figure=\"%s\" x=\"%s\" y=\"%s\" text-anchor=\"%s\" font-size=\"%s\" fill=\"%s\">%s</text>"
            .formatted(escape(id), n(x), n(y), anchor, n(size), color, escape(text)));
    return this;
  }

  /** Ends the picture and returns it. */
  public String done() {
    return out + "</svg>";
  }

  /** Returns a point for {@link #polyline}. */
  public static String point(double x, double y) {
    return n(x) + "," + n(y);
  }

  private static String n(double length) {
    String text = String.format(Locale.ROOT, "%.2f", length);
    return text.endsWith(".00") ? text.substring(0, text.length() - 3) : text;
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
