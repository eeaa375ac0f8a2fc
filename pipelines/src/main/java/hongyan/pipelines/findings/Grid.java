package hongyan.pipelines.findings;

import hongyan.geo.place.Position;
import java.util.ArrayList;
import java.util.List;

/**
 * Cells of 0.02 degrees by which findings and birds are brought together. A finding lies in one
 * cell; birds are sent to each cell that comes within reach of them, so that every pair within
 * reach meets in exactly one.
 */
final class Grid {

  private static final double DEGREES = 0.02;
  private static final long AROUND = Math.round(360 / DEGREES);
  // Shorter than any degree of latitude, so the box is never too small.
  private static final double METRES_PER_DEGREE = 110_500;

  private Grid() {}

  static String cell(Position position) {
    return name(index(position.lat()), index(position.lon()));
  }

  /** Lists the cells that a circle around {@code position} may touch. */
  static List<String> cellsWithin(Position position, double metres) {
    double lat = metres / METRES_PER_DEGREE;
    double farthest = Math.min(89, Math.abs(position.lat()) + lat);
    double lon = Math.min(180 - DEGREES, lat / Math.cos(Math.toRadians(farthest)));
    var cells = new ArrayList<String>();
    for (long row = index(position.lat() - lat); row <= index(position.lat() + lat); row++) {
      for (long column = index(position.lon() - lon);
          column <= index(position.lon() + lon);
          column++) {
        cells.add(name(row, column));
      }
    }
    return cells;
  }

  private static long index(double degrees) {
    return (long) Math.floor(degrees / DEGREES);
  }

  private static String name(long row, long column) {
    return row + "/" + Math.floorMod(column, AROUND);
  }
}
