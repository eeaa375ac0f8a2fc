package hongyan.service.evidence;

import hongyan.geo.place.Position;
import hongyan.geo.zones.Zone;
import hongyan.geo.zones.ZoneKind;
import hongyan.pipelines.records.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Draws the map of a package as SVG, of the package's own data alone: the zone versions and the
 * places of the records. Equirectangular about the middle latitude, north up, with a bar of scale.
 */
final class MapPicture {
  private static final double WIDTH = 800;
  private static final double HEIGHT = 600;
  private static final double EDGE = 40;
  private static final double METRES_A_DEGREE = 111_320;
  private static final double SMALLEST_SPAN = 0.02;

  private final double west;
  private final double north;
  private final double squeeze;
  private final double scale;

  private MapPicture(List<Position> all) {
    double minLat = all.stream().mapToDouble(Position::lat).min().orElse(0);
    double maxLat = all.stream().mapToDouble(Position::lat).max().orElse(0);
    double minLon = all.stream().mapToDouble(Position::lon).min().orElse(0);
    double maxLon = all.stream().mapToDouble(Position::lon).max().orElse(0);
    squeeze = Math.cos(Math.toRadians((minLat + maxLat) / 2));
    double across = Math.max(SMALLEST_SPAN, (maxLon - minLon) * squeeze);
    double up = Math.max(SMALLEST_SPAN, maxLat - minLat);
    scale = Math.min((WIDTH - 2 * EDGE) / across, (HEIGHT - 2 * EDGE) / up);
    west = (minLon + maxLon) / 2 - (WIDTH / 2) / scale / squeeze;
    north = (minLat + maxLat) / 2 + (HEIGHT / 2) / scale;
  }

  /** Returns the picture; where nothing has a place it says so. */
  static String of(PackageContents contents) {
    List<Position> places = places(contents);
    List<Position> corners =
        contents.zones().stream().flatMap(zone -> corners(zone).stream()).toList();
    List<Position> all = Stream.concat(places.stream(), corners.stream()).toList();
    StringBuilder svg = new StringBuilder();
    svg.append(
        text(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %.0f %.0f\" width=\"%.0f\""
                + " height=\"%.0f\" font-size=\"14\">%n<rect width=\"%.0f\" height=\"%.0f\""
                + " fill=\"#ffffff\"/>%n",
            WIDTH, HEIGHT, WIDTH, HEIGHT, WIDTH, HEIGHT));
    if (all.isEmpty()) {
      svg.append("<text x=\"40\" y=\"40\">记录没有位置</text>\n");
    } else {
      new MapPicture(all).draw(contents.zones(), places, svg);
    }
    return svg.append("</svg>\n").toString().replace(System.lineSeparator(), "\n");
  }

  private void draw(List<Zone> zones, List<Position> places, StringBuilder svg) {
    for (Zone zone : zones) {
      boolean flyway = zone.kind() == ZoneKind.FLYWAY;
      svg.append(
          text(
              "<path d=\"%s\" fill=\"%s\" fill-rule=\"evenodd\" stroke=\"%s\""
                  + " stroke-width=\"1.5\"/>%n",
              path(Json.MAPPER.readTree(zone.geometry()).path("coordinates")),
              flyway ? "#d6e7ed" : "#dfead9",
              flyway ? "#1f6f8b" : "#4f7f3f"));
    }
    int y = 24;
    for (Zone zone : zones) {
      svg.append(
          text(
              "<text x=\"12\" y=\"%d\">%s（第 %d 版%s）</text>%n",
              y, escaped(zone.name()), zone.version(), zone.illustrative() ? "，示意" : ""));
      y += 20;
    }
    for (Position place : places) {
      svg.append(
          text(
              "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"6\" fill=\"#c8102e\" stroke=\"#ffffff\"/>%n",
              x(place), y(place)));
    }
    drawScale(svg);
  }

  private void drawScale(StringBuilder svg) {
    double metres = 150 / scale * METRES_A_DEGREE;
    double round = Math.pow(10, Math.floor(Math.log10(metres)));
    round *= metres / round >= 5 ? 5 : metres / round >= 2 ? 2 : 1;
    double length = round / METRES_A_DEGREE * scale;
    String label = round >= 1_000 ? text("%.0f km", round / 1_000) : text("%.0f m", round);
    svg.append(
        text(
            "<line x1=\"12\" y1=\"580\" x2=\"%.1f\" y2=\"580\" stroke=\"#000000\""
                + " stroke-width=\"3\"/><text x=\"12\" y=\"572\">%s</text><text x=\"760\""
                + " y=\"30\">北</text><path d=\"M767 34 L761 52 L773 52 Z\"/>%n",
            12 + length, label));
    svg.append("<text x=\"500\" y=\"590\" font-size=\"11\">WGS 84；仅据本包数据绘制</text>\n");
  }

  private static List<Position> places(PackageContents contents) {
    List<Position> places = new ArrayList<>();
    if (contents.subject().position() != null) {
      places.add(contents.subject().position());
    }
    for (PackagedRecord record : contents.records()) {
      try {
        JsonNode position = Json.MAPPER.readTree(record.value()).path("position");
        if (position.path("lon").isNumber() && position.path("lat").isNumber()) {
          places.add(
              new Position(position.path("lon").asDouble(), position.path("lat").asDouble()));
        }
      } catch (JacksonException noPlace) {
        continue;
      }
    }
    return places.stream().distinct().toList();
  }

  private static List<Position> corners(Zone zone) {
    List<Position> corners = new ArrayList<>();
    collect(Json.MAPPER.readTree(zone.geometry()).path("coordinates"), corners);
    return corners;
  }

  private static void collect(JsonNode node, List<Position> corners) {
    if (node.path(0).isNumber()) {
      corners.add(new Position(node.get(0).asDouble(), node.get(1).asDouble()));
    } else {
      node.forEach(child -> collect(child, corners));
    }
  }

  /** Draws every ring of a polygon or of several. */
  private String path(JsonNode node) {
    if (!node.path(0).path(0).isNumber()) {
      List<String> rings = new ArrayList<>();
      node.forEach(child -> rings.add(path(child)));
      return String.join(" ", rings);
    }
    List<Position> ring = new ArrayList<>();
    collect(node, ring);
    return ring.stream()
        .map(corner -> text("%.1f %.1f", x(corner), y(corner)))
        .collect(Collectors.joining(" L", "M", " Z"));
  }

  private double x(Position place) {
    return (place.lon() - west) * squeeze * scale;
  }

  private double y(Position place) {
    return (north - place.lat()) * scale;
  }

  private static String text(String form, Object... values) {
    return String.format(Locale.ROOT, form, values);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
