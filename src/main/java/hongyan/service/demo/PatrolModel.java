package hongyan.service.demo;

import hongyan.geo.city.City;
import hongyan.geo.place.Counties;
import hongyan.geo.place.County;
import hongyan.geo.place.Position;
import hongyan.geo.zones.ZoneIndex;
import hongyan.geo.zones.ZoneKind;
import hongyan.geo.zones.ZoneRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The city's patrol layer as the demo has it: as many points in as many grid cells as the forestry
 * bureau reported, 178,876 in 5,143, at places that are generated. The same seed gives the same.
 *
 * <p>Cells are squares of about two kilometres whose middle lies in the city. Those whose middle
 * lies on a flyway have four times the points of the others, since patrols watch these more.
 */
final class PatrolModel {
  static final int POINTS = 178_876;
  static final int CELLS = 5_143;

  private static final double OLD_TREES = 0.06;
  private static final int TRIES = 30;
  private static final int FLYWAY_SHARES = 4;
  private static final double CELL_LAT = 0.0186;
  private static final double CELL_LON = CELL_LAT / 0.9;

  private final Counties counties;
  private final ZoneIndex zones;
  private final Instant at;
  private final long seed;

  private PatrolModel(City city, Instant at, long seed) {
    this.counties = city.counties();
    this.zones = ZoneIndex.of(city.zones());
    this.at = at;
    this.seed = seed;
  }

  private record Cell(String code, Position middle, boolean onFlyway) {}

  /** Returns the points as the CSV that {@code PUT /patrol/points} takes. */
  static String csv(City city, Instant at, long seed) {
    return new PatrolModel(city, at, seed).write();
  }

  private String write() {
    List<Cell> cells = cells();
    int shares = cells.stream().mapToInt(PatrolModel::shares).sum();
    int each = POINTS / shares;
    int over = POINTS - each * shares;
    StringBuilder csv = new StringBuilder("id,kind,lon,lat,cell,county\n");
    for (int i = 0; i < cells.size(); i++) {
      int more = over / cells.size() + (i < over % cells.size() ? 1 : 0);
      writeCell(cells.get(i), each * shares(cells.get(i)) + more, csv);
    }
    return csv.toString();
  }

  private static int shares(Cell cell) {
    return cell.onFlyway() ? FLYWAY_SHARES : 1;
  }

  /** Exactly as many cells as there are to be, those on flyways first, then by code. */
  private List<Cell> cells() {
    List<Cell> cells = new ArrayList<>();
    for (int row = 0; row < 140; row++) {
      for (int column = 0; column < 80; column++) {
        Position middle =
            new Position(111.0 + (column + 0.5) * CELL_LON, 24.6 + (row + 0.5) * CELL_LAT);
        if (counties.covering(middle).isPresent()) {
          String code = String.format(Locale.ROOT, "G%03d%03d", row, column);
          cells.add(new Cell(code, middle, onFlyway(middle)));
        }
      }
    }
    if (cells.size() < CELLS) {
      throw new IllegalStateException("the city has only %d cells".formatted(cells.size()));
    }
    cells.sort(Comparator.comparing((Cell cell) -> !cell.onFlyway()).thenComparing(Cell::code));
    return cells.subList(0, CELLS);
  }

  private void writeCell(Cell cell, int count, StringBuilder csv) {
    Chance chance = Chance.of(seed, "patrol-" + cell.code());
    for (int i = 1; i <= count; i++) {
      Position position = position(cell, chance);
      Optional<County> county = counties.covering(position);
      csv.append(
          String.format(
              Locale.ROOT,
              "%s-%03d,%s,%.6f,%.6f,%s,%s\n",
              cell.code(),
              i,
              kind(position, chance),
              position.lon(),
              position.lat(),
              cell.code(),
              county.map(County::adcode).orElse("")));
    }
  }

  /**
   * A place in the cell and in the city, rounded as it is written; the middle where none is found.
   */
  private Position position(Cell cell, Chance chance) {
    for (int i = 0; i < TRIES; i++) {
      Position position =
          new Position(
              rounded(cell.middle().lon() + (chance.unit() - 0.5) * CELL_LON),
              rounded(cell.middle().lat() + (chance.unit() - 0.5) * CELL_LAT));
      if (counties.covering(position).isPresent()) {
        return position;
      }
    }
    return new Position(rounded(cell.middle().lon()), rounded(cell.middle().lat()));
  }

  private String kind(Position position, Chance chance) {
    if (onFlyway(position)) {
      return "corridor";
    }
    return chance.happens(OLD_TREES) ? "old-tree" : "ordinary";
  }

  private boolean onFlyway(Position position) {
    return zones.covering(position, at).stream()
        .map(ZoneRef::kind)
        .anyMatch(kind -> kind == ZoneKind.FLYWAY);
  }

  private static double rounded(double degrees) {
    return Math.round(degrees * 1e6) / 1e6;
  }
}
