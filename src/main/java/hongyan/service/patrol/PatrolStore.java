package hongyan.service.patrol;

import hongyan.geo.patrol.PatrolPoint;
import hongyan.geo.place.Position;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The patrol points and visits in the service's database. */
@Repository
class PatrolStore {
  private static final int BATCH = 5_000;

  private final JdbcClient jdbc;
  private final JdbcTemplate batches;

  PatrolStore(JdbcClient jdbc, JdbcTemplate batches) {
    this.jdbc = jdbc;
    this.batches = batches;
  }

  /**
   * A visit of a point.
   *
   * @param id made of point, time and person, so that the same one twice is one
   */
  record Visit(String id, String point, String cell, Instant time, String by, String note) {}

  /** Lists all points by id. */
  List<PatrolPoint> listPoints() {
    return jdbc.sql("SELECT id, kind, lon, lat, cell, county FROM patrol_point ORDER BY id")
        .query(PatrolStore::point)
        .list();
  }

  /** Enters points, or changes those that are there; with {@code replace} all others go. */
  @Transactional
  public void put(List<PatrolPoint> points, boolean replace) {
    if (replace) {
      Set<String> kept = new HashSet<>();
      points.forEach(point -> kept.add(point.id()));
      List<Object[]> gone =
          listPoints().stream()
              .filter(point -> !kept.contains(point.id()))
              .map(point -> new Object[] {point.id()})
              .toList();
      batches.batchUpdate("DELETE FROM patrol_point WHERE id = ?", gone);
    }
    batches.batchUpdate(
        """
        INSERT INTO patrol_point (id, kind, lon, lat, cell, county) VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, lon = excluded.lon,
          lat = excluded.lat, cell = excluded.cell, county = excluded.county
        """,
        points,
        BATCH,
        (row, point) -> {
          row.setString(1, point.id());
          row.setString(2, point.kind());
          row.setDouble(3, point.position().lon());
          row.setDouble(4, point.position().lat());
          row.setString(5, point.cell());
          row.setString(6, point.county());
        });
  }

  /** Keeps a visit; says whether it is new. */
  boolean add(Visit visit, Instant now) {
    return jdbc.sql(
                """
                INSERT INTO patrol_visit (id, point, cell, at, who, entered_at, note)
                VALUES (:id, :point, :cell, :at, :who, :now, :note) ON CONFLICT (id) DO NOTHING
                """)
            .param("id", visit.id())
            .param("point", visit.point())
            .param("cell", visit.cell())
            .param("at", visit.time().toEpochMilli())
            .param("who", visit.by())
            .param("now", now.toEpochMilli())
            .param("note", visit.note())
            .update()
        == 1;
  }

  /** Returns the last visit of each cell that ever had one. */
  Map<String, Instant> lastVisits() {
    Map<String, Instant> last = new HashMap<>();
    jdbc.sql("SELECT cell, max(at) AS last FROM patrol_visit GROUP BY cell")
        .query((row, number) -> Map.entry(row.getString("cell"), row.getLong("last")))
        .list()
        .forEach(cell -> last.put(cell.getKey(), Instant.ofEpochMilli(cell.getValue())));
    return last;
  }

  private static PatrolPoint point(ResultSet row, int number) throws SQLException {
    return new PatrolPoint(
        row.getString("id"),
        row.getString("kind"),
        new Position(row.getDouble("lon"), row.getDouble("lat")),
        row.getString("cell"),
        row.getString("county"));
  }
}
