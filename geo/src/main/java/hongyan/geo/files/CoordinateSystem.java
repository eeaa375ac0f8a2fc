package hongyan.geo.files;

import hongyan.geo.place.Datum;
import hongyan.geo.place.Position;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the pairs of numbers in a file mean, and their way to WGS 84. */
interface CoordinateSystem {

  /** Returns its name, as it may be given in a request. */
  String name();

  /**
   * Returns the position of a pair as it stands in the file.
   *
   * @throws IllegalArgumentException saying why the pair has none in this system
   */
  Position toWgs84(double x, double y);

  /** A pair of longitude and latitude. */
  record Degrees(Datum datum) implements CoordinateSystem {

    @Override
    public String name() {
      return datum.name();
    }

    @Override
    public Position toWgs84(double x, double y) {
      return datum.toWgs84(x, y);
    }
  }

  /** {@code CGCS2000-GK-CM111}, {@code CGCS2000-GK-37}, blanks and case do not matter. */
  Pattern GAUSS_KRUGER =
      Pattern.compile(
          "CGCS2000[\\s/_-]*(?:3-DEGREE[\\s/_-]*)?GK[\\s/_-]*(?:(CM|ZONE)?[\\s_-]*(\\d{2,3})E?)");

  /**
   * Finds a system by a name or code: those of {@link Datum}; {@code CGCS2000-GK-CM111} or {@code
   * CGCS2000-GK-37} for the 3-degree Gauss-Krüger strip of that central meridian or zone; {@code
   * EPSG:4513} to {@code 4554}; WKT as in a .prj file.
   *
   * @throws UnreadableFile when it is known but cannot be converted, such as Xian 1980
   */
  static Optional<CoordinateSystem> find(String text) {
    String name = text.strip().toUpperCase(Locale.ROOT);
    if (name.contains("[")) {
      return Optional.of(WellKnownText.read(text));
    }
    Optional<CoordinateSystem> degrees = Datum.findByCode(lastCode(name)).map(Degrees::new);
    if (degrees.isPresent()) {
      return degrees;
    }
    Matcher strip = GAUSS_KRUGER.matcher(name);
    if (strip.matches()) {
      int number = Integer.parseInt(strip.group(2));
      boolean zone = "ZONE".equals(strip.group(1)) || number < 60 && strip.group(1) == null;
      return GaussKruger.findThreeDegree(zone ? number * 3 : number);
    }
    Matcher code = Pattern.compile("EPSG:(\\d{4})").matcher(lastCode(name));
    return code.matches()
        ? GaussKruger.findByEpsg(Integer.parseInt(code.group(1)))
        : Optional.empty();
  }

  /** {@code urn:ogc:def:crs:EPSG::4490} is {@code EPSG:4490}. */
  private static String lastCode(String name) {
    Matcher urn = Pattern.compile("URN:OGC:DEF:CRS:(EPSG|OGC):[^:]*:(\\w+)").matcher(name);
    return urn.matches()
        ? urn.group(1).equals("OGC") ? urn.group(2) : "EPSG:" + urn.group(2)
        : name;
  }
}
