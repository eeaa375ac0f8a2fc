package hongyan.geo.files;

import hongyan.geo.place.Datum;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads from the WKT of a .prj file what is needed of it: datum, and the parameters of a strip. */
final class WellKnownText {

  private static final Pattern CHINA =
      Pattern.compile("CHINA[_ ]*2000|CGCS[_ ]*2000|CHINA GEODETIC");
  private static final Pattern WGS84 = Pattern.compile("WGS[_ ]*(19)?84");
  private static final Pattern DATUM = Pattern.compile("DATUM\\s*\\[\\s*\"([^\"]*)\"");
  private static final Pattern NAME = Pattern.compile("^\\s*\\w+\\s*\\[\\s*\"([^\"]*)\"");

  private final String text;

  private WellKnownText(String text) {
    this.text = text.toUpperCase(Locale.ROOT);
  }

  /**
   * Returns the system that the text describes.
   *
   * @throws UnreadableFile naming the system, when it is none that can be converted
   */
  static CoordinateSystem read(String wkt) {
    WellKnownText text = new WellKnownText(wkt);
    boolean wgs84 = text.isWgs84();
    if (text.text.startsWith("GEOG")) {
      return new CoordinateSystem.Degrees(wgs84 ? Datum.WGS84 : Datum.CGCS2000);
    }
    if (!text.text.contains("GAUSS_KRUGER") && !text.text.contains("TRANSVERSE_MERCATOR")) {
      throw text.unknown();
    }
    return GaussKruger.of(
        text.name(),
        text.parameter("CENTRAL_MERIDIAN").orElseThrow(text::unknown),
        text.parameter("FALSE_EASTING").orElse(0),
        text.parameter("SCALE_FACTOR").orElse(1),
        wgs84);
  }

  private boolean isWgs84() {
    Matcher datum = DATUM.matcher(text);
    String named = datum.find() ? datum.group(1) : text;
    if (WGS84.matcher(named).find()) {
      return true;
    }
    if (CHINA.matcher(named).find()) {
      return false;
    }
    throw unknown();
  }

  private UnreadableFile unknown() {
    return new UnreadableFile(
        "unknown-datum",
        "the file's coordinate system '%s' cannot be converted; taken are WGS 84, CGCS2000 in"
            + " degrees or Gauss-Krüger, GCJ-02 and BD-09".formatted(name()));
  }

  private String name() {
    Matcher name = NAME.matcher(text);
    return name.find() ? name.group(1) : text.substring(0, Math.min(40, text.length()));
  }

  private OptionalDouble parameter(String name) {
    Matcher found = Pattern.compile("\"" + name + "\"\\s*,\\s*(-?[0-9.]+)").matcher(text);
    return found.find()
        ? OptionalDouble.of(Double.parseDouble(found.group(1)))
        : OptionalDouble.empty();
  }
}
