package hongyan.service.footprint;

import hongyan.pipelines.records.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/**
 * A small map as SVG paths: the footprint among zones. One scale for both directions at the middle
 * latitude; north is up.
 *
 * @param width of the drawing, in its own units
 * @param zones a path for each zone, in the order given
 * @param metresPerUnit for the scale bar
 */
record CheckMap(
    double width, double height, String footprint, List<String> zones, double metresPerUnit) {

  private static final double WIDTH = 640;
  private static final double LOWEST = 160;
  private static final double MARGIN = 0.15;
  private static final double METRES_PER_DEGREE = 110_900;
  private static final double LEAST_DEGREES = 0.01;

  private record Frame(double west, double north, double perLon, double perLat) {

    String path(JsonNode node) {
      StringBuilder path = new StringBuilder();
      draw(node, path);
      return path.toString();
    }

    private void draw(JsonNode node, StringBuilder path) {
      node.path("geometries").forEach(each -> draw(each, path));
      switch (node.path("type").asString("")) {
        case "Point" -> dot(node.path("coordinates"), path);
        case "MultiPoint" -> node.path("coordinates").forEach(each -> dot(each, path));
        default -> lines(node.path("coordinates"), path);
      }
    }

    private void lines(JsonNode list, StringBuilder path) {
      if (!list.path(0).path(0).isNumber()) {
        list.forEach(each -> lines(each, path));
        return;
      }
      char pen = 'M';
      for (JsonNode pair : list) {
        path.append(pen).append(x(pair)).append(' ').append(y(pair));
        pen = 'L';
      }
    }

    private void dot(JsonNode pair, StringBuilder path) {
      path.append('M').append(x(pair)).append(' ').append(y(pair)).append("m-3 0h6m-3 -3v6");
    }

    private String x(JsonNode pair) {
      return decimal((pair.path(0).asDouble() - west) * perLon);
    }

    private String y(JsonNode pair) {
      return decimal((north - pair.path(1).asDouble()) * perLat);
    }

    private static String decimal(double value) {
      return String.format(Locale.ROOT, "%.1f", value);
    }
  }

  /** Draws the footprint with all of it in the frame, and of the zones what lies there. */
  static CheckMap of(String footprint, List<String> zones, double nearMetres) {
    JsonNode ground = Json.MAPPER.readTree(footprint);
    double[] box = {180, 90, -180, -90};
    widen(ground, box);
    double around = nearMetres / METRES_PER_DEGREE + LEAST_DEGREES;
    double lonPerLat = Math.cos(Math.toRadians((box[1] + box[3]) / 2));
    double west = box[0] - around / lonPerLat - MARGIN * (box[2] - box[0]);
    double east = box[2] + around / lonPerLat + MARGIN * (box[2] - box[0]);
    double south = box[1] - around - MARGIN * (box[3] - box[1]);
    double north = box[3] + around + MARGIN * (box[3] - box[1]);
    double perLon = WIDTH / (east - west);
    Frame frame = new Frame(west, north, perLon, perLon / lonPerLat);
    List<String> paths = new ArrayList<>();
    zones.forEach(zone -> paths.add(frame.path(Json.MAPPER.readTree(zone))));
    return new CheckMap(
        WIDTH,
        Math.max(LOWEST, (north - south) * frame.perLat()),
        frame.path(ground),
        paths,
        METRES_PER_DEGREE / frame.perLat());
  }

  /** Returns a round length in metres for the scale bar, about a sixth of the width. */
  double barMetres() {
    double wanted = width * metresPerUnit / 6;
    double power = Math.pow(10, Math.floor(Math.log10(wanted)));
    double first = wanted / power;
    return power * (first >= 5 ? 5 : first >= 2 ? 2 : 1);
  }

  private static void widen(JsonNode node, double[] box) {
    if (node.isArray() && node.path(0).isNumber()) {
      box[0] = Math.min(box[0], node.path(0).asDouble());
      box[1] = Math.min(box[1], node.path(1).asDouble());
      box[2] = Math.max(box[2], node.path(0).asDouble());
      box[3] = Math.max(box[3], node.path(1).asDouble());
    } else {
      (node.isArray() ? node : node.path("coordinates")).forEach(each -> widen(each, box));
      node.path("geometries").forEach(each -> widen(each, box));
    }
  }
}
