package hongyan.pipelines.series;

import hongyan.pipelines.records.Deletion;
import hongyan.pipelines.records.Topics;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Up to when the raw texts of each topic are deleted. Goes through every row of the topic's records
 * that was received before, which takes seconds for a million: deleting is rare, and no index has
 * to be kept for it.
 */
public final class DeletionTable {
  private static final String LATER =
      "INSERT INTO deletion VALUES (?,?) ON CONFLICT (topic) DO UPDATE SET before=excluded.before"
          + " WHERE excluded.before > deletion.before";

  private static final Map<String, List<RawPlace>> PLACES =
      Map.of(
          Topics.READINGS,
          List.of(RawPlace.columns("reading"), RawPlace.former("reading", "stray-reading")),
          Topics.OCCURRENCES,
          List.of(
              RawPlace.json("occurrence", "occurrence", "receipt"), RawPlace.former("occurrence")),
          Topics.FINDINGS,
          List.of(RawPlace.json("finding", "finding", "receipt"), RawPlace.former("finding")),
          Topics.FORECASTS,
          List.of(RawPlace.json("forecast", "receipt"), RawPlace.former("forecast")));

  private final SeriesDatabase database;
  private final Consumer<Deletion> outside;

  /**
   * @param outside deletes what is not in the database; called when the decision is in it
   */
  DeletionTable(SeriesDatabase database, Consumer<Deletion> outside) {
    this.database = database;
    this.outside = outside;
  }

  /**
   * Takes the raw texts out and sees to it that none comes back; the same decision twice changes
   * nothing. Topics without records in the store are passed over.
   */
  public void write(List<Deletion> deletions) {
    database.erase(
        connection -> {
          for (Deletion deletion : deletions) {
            delete(connection, deletion);
          }
          return deletions.size();
        });
    deletions.forEach(outside);
  }

  private void delete(Connection connection, Deletion deletion) throws SQLException {
    String before = deletion.before().toString();
    try (PreparedStatement limit = connection.prepareStatement(LATER)) {
      limit.setString(1, deletion.topic());
      limit.setString(2, before);
      limit.executeUpdate();
    }
    for (RawPlace place : PLACES.getOrDefault(deletion.topic(), List.of())) {
      database.erase(connection, place, before.substring(0, 19));
    }
  }
}
