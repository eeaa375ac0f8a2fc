package hongyan.geo.patrol;

import hongyan.geo.place.Geodesy;
import hongyan.geo.place.Position;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
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

  /** Share by which the plane of a search errs at most, within some hundred kilometres. */
  private static final double PLANE_ERRS = 0.02;

  private final List<PatrolPoint> points;
  private final double west;
  private final double south;
  private final int columns;
  private final int rows;

  /** Where the points of each cell begin in {@link #order}; one more at the end. */
  private final int[] begins;

  private final int[] order;
  private final double[] lon;
  private final double[] lat;

  private PatrolIndex(List<PatrolPoint> points) {
    this.points = points;
    lon = points.stream().mapToDouble(point -> point.position().lon()).toArray();
    lat = points.stream().mapToDouble(point -> point.position().lat()).toArray();
    west = Arrays.stream(lon).min().orElse(0);
    south = Arrays.stream(lat).min().orElse(0);
    double east = Arrays.stream(lon).max().orElse(0);
    double north = Arrays.stream(lat).max().orElse(0);
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
      cell[i] = row(lat[i]) * columns + column(lon[i]);
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
    return new Search(position, most).run();
  }

  private int column(double longitude) {
    return clamp((int) Math.floor((longitude - west) / CELL_DEGREES), columns);
  }

  private int row(double latitude) {
    return clamp((int) Math.floor((latitude - south) / CELL_DEGREES), rows);
  }

  private static int clamp(int index, int size) {
    return Math.max(0, Math.min(size - 1, index));
  }

  /*
   * 1. Rings of cells around the position's own, until what lies beyond the ring is further away than
   *    the best so far. A position outside the grid starts at the cell at the edge: how far "beyond"
   *    is, is worked out from the position itself, not from the cell.
   * 2. Distances are first taken in a plane at the position, which is quick and right to a hundredth;
   *    what is nearly as near as the nearest is kept.
   * 3. Of these the nearest on the ellipsoid is the answer.
   */
  private final class Search {

    private final Position from;
    private final double most;
    private final double eastLeast;
    private final double east;
    private final double north;
    private final List<Candidate> candidates = new ArrayList<>();
    private double nearest;

    private record Candidate(int point, double metres) {}

    Search(Position from, double most) {
      this.from = from;
      this.most = most;
      this.nearest = most * (1 + PLANE_ERRS);
      double latitude = Math.toRadians(from.lat());
      double farthest = Math.min(89, Math.abs(from.lat()) + most / METRES_PER_DEGREE_AT_LEAST);
      eastLeast = METRES_PER_DEGREE_AT_LEAST * Math.cos(Math.toRadians(farthest));
      east = 111_320 * Math.cos(latitude);
      north = 111_133 - 560 * Math.cos(2 * latitude);
    }

    Optional<NearPoint> run() {
      int column = column(from.lon());
      int row = row(from.lat());
      int last = Math.max(columns, rows);
      for (int ring = 0; ring <= last && beyond(column, row, ring) <= limit(); ring++) {
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
      return nearestOnTheEllipsoid();
    }

    private double limit() {
      return nearest * (1 + PLANE_ERRS);
    }

    private void look(int cell) {
      for (int i = begins[cell]; i < begins[cell + 1]; i++) {
        double metres =
            Math.hypot((lon[order[i]] - from.lon()) * east, (lat[order[i]] - from.lat()) * north);
        if (metres <= limit()) {
          nearest = Math.min(nearest, metres);
          candidates.add(new Candidate(order[i], metres));
        }
      }
    }

    private Optional<NearPoint> nearestOnTheEllipsoid() {
      return candidates.stream()
          .filter(candidate -> candidate.metres() <= limit())
          .map(candidate -> points.get(candidate.point()))
          .map(point -> new NearPoint(point, Geodesy.metres(from, point.position())))
          .filter(near -> near.metres() <= most)
          .min(
              Comparator.comparingDouble(NearPoint::metres)
                  .thenComparing(near -> near.point().id()));
    }

    /** No point outside the square of the rings before this one is nearer than this. */
    private double beyond(int column, int row, int ring) {
      if (ring == 0) {
        return Math.hypot(
            outside(from.lon(), west, columns) * eastLeast,
            outside(from.lat(), south, rows) * METRES_PER_DEGREE_AT_LEAST);
      }
      double eastward = strip(from.lon(), west, column, ring, columns) * eastLeast;
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
  }
}
