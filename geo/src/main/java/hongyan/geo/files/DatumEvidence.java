package hongyan.geo.files;

import hongyan.geo.place.Bounds;
import hongyan.geo.place.Counties;
import hongyan.geo.place.Datum;
import hongyan.geo.place.Geodesy;
import hongyan.geo.place.Position;
import hongyan.geo.place.Shape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Whether a polygon fits what is known better in another datum than the one that it was read in.
 *
 * <p>GCJ-02 and BD-09 sit several hundred metres off, which no single coordinate shows. But where a
 * zone's border follows a county's, or the zone was there before, the right datum lays one on the
 * other. Both are asked, and the better fit is told. Where neither says anything, nothing is said:
 * most zones lie inside one county, and that they do is no evidence for any datum.
 */
final class DatumEvidence {

  private static final ImportSheet SHEET = ImportSheet.SHEET;
  private static final int SAMPLES = 300;
  private static final double REACH_METRES = 2_000;
  private static final List<Datum> ASKED = List.of(Datum.WGS84, Datum.GCJ02, Datum.BD09);

  private final Counties counties;

  DatumEvidence(Counties counties) {
    this.counties = counties;
  }

  /**
   * Looks for evidence.
   *
   * @param geometry a polygon or multipolygon in degrees as it stands in the file
   * @param readAs the datum that it was read in
   * @param former the version of the zone that was there before, or null
   */
  Optional<DatumDoubt> find(JsonNode geometry, Datum readAs, @Nullable Shape former) {
    List<double[]> samples = sample(geometry.path("coordinates"));
    if (samples.isEmpty()) {
      return Optional.empty();
    }
    List<DatumDoubt> found = new ArrayList<>();
    List<Shape> near = countiesNear(samples);
    compare(samples, readAs, "county borders", SHEET.nearCountyBorderMetres(), near)
        .ifPresent(found::add);
    if (former != null) {
      compare(samples, readAs, "former version", SHEET.nearFormerBorderMetres(), List.of(former))
          .ifPresent(found::add);
    }
    return found.stream().max(Comparator.comparingDouble(DatumDoubt::share));
  }

  private Optional<DatumDoubt> compare(
      List<double[]> samples, Datum readAs, String beside, double metres, List<Shape> shapes) {
    Map<Datum, Double> shares = new EnumMap<>(Datum.class);
    for (Datum datum : ASKED) {
      shares.put(
          datum, share(samples, pair -> nearest(shapes, datum.toWgs84(pair[0], pair[1])), metres));
    }
    Datum plain = readAs == Datum.CGCS2000 ? Datum.WGS84 : readAs;
    double asRead = shares.getOrDefault(plain, 0.0);
    return ASKED.stream()
        .filter(datum -> datum != plain)
        .max(Comparator.comparingDouble(shares::get))
        .flatMap(
            best -> doubt(best, readAs, beside, shares.getOrDefault(best, 0.0), asRead, samples));
  }

  private static Optional<DatumDoubt> doubt(
      Datum best,
      Datum readAs,
      String beside,
      double share,
      double asRead,
      List<double[]> samples) {
    if (share < SHEET.leastShare() || share < asRead * SHEET.timesBetterAtLeast()) {
      return Optional.empty();
    }
    boolean clear = share >= asRead * SHEET.timesBetterForHigh();
    String confidence =
        share >= SHEET.highShare() && clear
            ? "high"
            : share >= SHEET.mediumShare() ? "medium" : "low";
    double[] first = samples.get(0);
    double moved =
        Geodesy.metres(best.toWgs84(first[0], first[1]), readAs.toWgs84(first[0], first[1]));
    return Optional.of(new DatumDoubt(best, beside, share, asRead, moved, confidence));
  }

  private static double share(
      List<double[]> samples, ToDoubleFunction<double[]> distance, double metres) {
    long fits = samples.stream().filter(pair -> distance.applyAsDouble(pair) <= metres).count();
    return (double) fits / samples.size();
  }

  private static double nearest(List<Shape> shapes, Position at) {
    return shapes.stream()
        .mapToDouble(shape -> shape.metresFromBorder(at))
        .min()
        .orElse(Double.POSITIVE_INFINITY);
  }

  private List<Shape> countiesNear(List<double[]> samples) {
    double[] first = samples.get(0);
    double west = first[0];
    double east = first[0];
    double south = first[1];
    double north = first[1];
    for (double[] pair : samples) {
      west = Math.min(west, pair[0]);
      east = Math.max(east, pair[0]);
      south = Math.min(south, pair[1]);
      north = Math.max(north, pair[1]);
    }
    Bounds low = Bounds.around(new Position(west, south), REACH_METRES);
    Bounds high = Bounds.around(new Position(east, north), REACH_METRES);
    Bounds box = new Bounds(low.southWest(), high.northEast());
    return counties.list().stream()
        .flatMap(county -> counties.findShape(county.adcode()).stream())
        .filter(shape -> shape.bounds().meets(box))
        .toList();
  }

  /** Pairs along all rings, the same length apart whatever the density of their points. */
  private static List<double[]> sample(JsonNode coordinates) {
    List<double[]> edges = new ArrayList<>();
    collect(coordinates, edges);
    double apart =
        edges.stream().mapToDouble(DatumEvidence::length).sum() / SAMPLES + Double.MIN_NORMAL;
    List<double[]> samples = new ArrayList<>();
    double next = 0;
    for (double[] edge : edges) {
      double length = length(edge);
      for (; next < length; next += apart) {
        double share = next / length;
        samples.add(
            new double[] {
              edge[0] + share * (edge[2] - edge[0]), edge[1] + share * (edge[3] - edge[1])
            });
      }
      next -= length;
    }
    return samples;
  }

  private static double length(double[] edge) {
    return Math.hypot(edge[2] - edge[0], edge[3] - edge[1]);
  }

  private static void collect(JsonNode node, List<double[]> edges) {
    if (!node.path(0).path(0).isNumber()) {
      node.forEach(each -> collect(each, edges));
      return;
    }
    for (int i = 0; i + 1 < node.size(); i++) {
      JsonNode a = node.get(i);
      JsonNode b = node.get(i + 1);
      edges.add(
          new double[] {
            a.path(0).asDouble(), a.path(1).asDouble(), b.path(0).asDouble(), b.path(1).asDouble()
          });
    }
  }
}
