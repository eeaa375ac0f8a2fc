package hongyan.geo.files;

import tools.jackson.databind.JsonNode;

/** Which way a ring of coordinates runs, and whether it holds a point. In the file's own units. */
final class Rings {

  private Rings() {}

  /** Returns the area by the shoelace formula: positive when the ring runs counter-clockwise. */
  static double signedArea(JsonNode ring) {
    double sum = 0;
    for (int i = 0; i + 1 < ring.size(); i++) {
      // From the first point, since eastings of millions would eat the digits.
      sum += (x(ring, i) - x(ring, 0)) * (y(ring, i + 1) - y(ring, 0));
      sum -= (x(ring, i + 1) - x(ring, 0)) * (y(ring, i) - y(ring, 0));
    }
    return sum / 2;
  }

  /** Returns whether a ray from the point crosses the ring an odd number of times. */
  static boolean holds(JsonNode ring, JsonNode point) {
    double px = point.path(0).asDouble();
    double py = point.path(1).asDouble();
    boolean inside = false;
    for (int i = 0; i + 1 < ring.size(); i++) {
      double ay = y(ring, i);
      double by = y(ring, i + 1);
      if (ay > py != by > py) {
        double ax = x(ring, i);
        inside ^= px < ax + (py - ay) / (by - ay) * (x(ring, i + 1) - ax);
      }
    }
    return inside;
  }

  private static double x(JsonNode ring, int i) {
    return ring.path(i).path(0).asDouble();
  }

  private static double y(JsonNode ring, int i) {
    return ring.path(i).path(1).asDouble();
  }
}
