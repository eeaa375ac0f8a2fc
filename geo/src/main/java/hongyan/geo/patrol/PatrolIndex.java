package hongyan.geo.patrol;

import hongyan.geo.place.Geodesy;
import hongyan.geo.place.Position;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Patrol points in a uniform grid of about a kilometre, asked for the nearest one. Exact: no point
 * in a corner of the search is taken for nearer than it is, nor left out. Immutable and
 * thread-safe.
 *
 * <p>A grid, not a tree: the points are spread evenly over the city, and a tree is twenty times
 * slower there.
 */
public final class PatrolIndex {

  private static final double CELL_DEGREES = 0.01;

  /** Shorter than any degree of latitude, and than one of longitude at the equator. */
  private static final double METRES_PER_DEGREE_AT_LEAST = 110_500;

  /** The plane of a search errs by less than this, so no nearer point is passed over. */
  private static final double PLANE_IS_RIGHT_TO = 0.99;

  private final List<PatrolPoint> points;
  private final double west;
  private final double south;
  private final int columns;
  private final int rows;

  /** Where the points of each cell begin in {@link #order}; one more at the end. */
  private final int[] begins;

  private final int[] order;

  private PatrolIndex(List<PatrolPoint> points) {
    this.points = points;
    west = points.stream().mapToDouble(point -> point.position().lon()).min().orElse(0);
    south = points.stream().mapToDouble(point -> point.position().lat()).min().orElse(0);
    double east = points.stream().mapToDouble(point -> point.position().lon()).max().orElse(0);
    double north = points.stream().mapToDouble(point -> point.position().lat()).max().orElse(0);
    columns = cells(east - west);
    rows = cells(north - south);
    begins = new int[columns * rows + 1];
    order = new int[points.size()];
    sort();
  }

  /** Indexes the points. Those of a whole continent would need a large grid: it is for a city. */
  public static PatrolIndex of(List<PatrolPoint> points) {
    return new PatrolIndex(List.copyOf(points));
  }

  private static int cells(double degrees) {
    return (int) Math.min(5_000, Math.floor(degrees / CELL_DEGREES) + 1);
  }

  /** Counting sort by cell. */
  private void sort() {
    int[] cell = new int[points.size()];
    for (int i = 0; i < cell.length; i++) {
      Position at = points.get(i).position();
      cell[i] = row(at.lat()) * columns + column(at.lon());
      begins[cell[i] + 1]++;
    }
    for (int i = 1; i < begins.length; i++) {
      begins[i] += begins[i - 1];
    }
    int[] next = Arrays.copyOf(begins, begins.length);
    for (int i = 0; i < cell.length; i++) {
      order[next[cell[i]]++] = i;
    }
  }

  public List<PatrolPoint> points() {
    return points;
  }

  /**
   * Returns the point nearest to {@code position} that is no further than {@code most} metres away,
   * of equally near ones that of the smallest id; empty where there is none.
   */
  public Optional<NearPoint> findNearest(Position position, double most) {
    Search search = new Search(position, most);
    search.run();
    return search.best < 0
        ? Optional.empty()
        : Optional.of(new NearPoint(points.get(search.best), search.metres));
  }

  private int column(double lon) {
    return clamp((int) Math.floor((lon - west) / CELL_DEGREES), columns);
  }

  private int row(double lat) {
    return clamp((int) Math.floor((lat - south) / CELL_DEGREES), rows);
  }

  private static int clamp(int index, int size) {
    return Math.max(0, Math.min(size - 1, index));
  }

  /*
   * Rings of cells around the position's own, until what lies beyond the ring is further away than
   * the best so far. A position outside the grid starts at the cell at the edge: how far "beyond" is,
   * is worked out from the position itself, not from the cell.
   */
  private final class Search {

    private final Position from;
    private final double metresPerDegreeEast;
    private int best = -1;
    private double metres;

    Search(Position from, double most) {
      this.from = from;
      this.metres = most;
      double farthest = Math.min(89, Math.abs(from.lat()) + most / METRES_PER_DEGREE_AT_LEAST);
      metresPerDegreeEast = METRES_PER_DEGREE_AT_LEAST * Math.cos(Math.toRadians(farthest));
    }

    void run() {
      int column = column(from.lon());
      int row = row(from.lat());
      int last = Math.max(columns, rows);
      for (int ring = 0; ring <= last && beyond(column, row, ring) <= metres; ring++) {
        for (int y = Math.max(0, row - ring); y <= Math.min(rows - 1, row + ring); y++) {
          boolean edge = y == row - ring || y == row + ring;
          int step = edge || ring == 0 ? 1 : 2 * ring;
          for (int x = column - ring; x <= column + ring; x += step) {
            if (x >= 0 && x < columns) {
              look(y * columns + x);
            }
          }
        }
      }
    }

    /** No point outside the square of the rings before this one is nearer than this. */
    private double beyond(int column, int row, int ring) {
      if (ring == 0) {
        return Math.hypot(
            outside(from.lon(), west, columns) * metresPerDegreeEast,
            outside(from.lat(), south, rows) * METRES_PER_DEGREE_AT_LEAST);
      }
      double eastward = strip(from.lon(), west, column, ring, columns) * metresPerDegreeEast;
      double northward = strip(from.lat(), south, row, ring, rows) * METRES_PER_DEGREE_AT_LEAST;
      return Math.min(eastward, northward);
    }

    /** How far the position lies outside the grid along one axis, in degrees. */
    private static double outside(double at, double start, int cells) {
      return Math.max(0, Math.max(start - at, at - (start + cells * CELL_DEGREES)));
    }

    /** How far the nearer of the strips on both sides is; one without cells is nowhere. */
    private static double strip(double at, double start, int cell, int ring, int cells) {
      int first = cell - ring + 1;
      int after = cell + ring;
      double low = first <= 0 ? Double.POSITIVE_INFINITY : at - (start + first * CELL_DEGREES);
      double high = after >= cells ? Double.POSITIVE_INFINITY : start + after * CELL_DEGREES - at;
      return Math.max(0, Math.min(low, high));
    }

    private void look(int cell) {
      for (int i = begins[cell]; i < begins[cell + 1]; i++) {
        Position at = points.get(order[i]).position();
        double east = (at.lon() - from.lon()) * metresPerDegreeEast;
        double north = (at.lat() - from.lat()) * METRES_PER_DEGREE_AT_LEAST;
        // A lower bound of the distance: only what passes it is measured on the ellipsoid.
        if (Math.hypot(east, north) * PLANE_IS_RIGHT_TO <= metres) {
          offer(order[i], Geodesy.metres(from, at));
        }
      }
    }

    private void offer(int index, double distance) {
      boolean nearer = distance < metres || best < 0 && distance <= metres;
      boolean firstById =
          best >= 0
              && distance == metres
              && points.get(index).id().compareTo(points.get(best).id()) < 0;
      if (nearer || firstById) {
        best = index;
        metres = distance;
      }
    }
  }
}
