package hongyan.pipelines.series;

import static hongyan.pipelines.series.Columns.micros;

import java.sql.PreparedStatement;
import java.util.List;

/**
 * The points that InfluxDB did not take, kept for a person to look into. Empty without InfluxDB.
 */
public final class RefusedPointTable {

  private final SeriesDatabase database;

  RefusedPointTable(SeriesDatabase database) {
    this.database = database;
  }

  /** Writes all; of one record the last refusal stays. */
  void write(List<RefusedPoint> points) {
    database.write(
        connection -> {
          try (PreparedStatement statement =
              connection.prepareStatement(
                  "INSERT INTO refused_point (measurement, key, time, line, said, at)"
                      + " VALUES (?,?,?,?,?,?) ON CONFLICT (measurement, key) DO UPDATE SET"
                      + " time=excluded.time, line=excluded.line, said=excluded.said,"
                      + " at=excluded.at")) {
            for (RefusedPoint point : points) {
              Columns.setText(statement, 1, point.measurement());
              Columns.setText(statement, 2, point.key());
              statement.setLong(3, micros(point.time()));
              Columns.setText(statement, 4, point.line());
              Columns.setText(statement, 5, point.said());
              statement.setLong(6, micros(point.at()));
              statement.addBatch();
            }
            return statement.executeBatch().length;
          }
        });
  }

  /** Lists the newest refusals first. */
  public List<RefusedPoint> list(int limit) {
    return database.read(
        c ->
            new Select(
                    "measurement, key, time, line, said, at FROM refused_point"
                        + " ORDER BY at DESC, measurement, key LIMIT "
                        + limit)
                .list(
                    c,
                    row ->
                        new RefusedPoint(
                            Columns.getText(row, 1),
                            Columns.getText(row, 2),
                            Columns.instant(row.getLong(3)),
                            Columns.getText(row, 4),
                            Columns.getText(row, 5),
                            Columns.instant(row.getLong(6)))));
  }

  /** Counts all that have been refused. */
  public long count() {
    return database.read(
        c -> new Select("count(*) FROM refused_point").list(c, row -> row.getLong(1)).get(0));
  }
}
