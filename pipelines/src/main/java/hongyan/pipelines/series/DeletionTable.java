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
    List<Erasing> texts =
        deletions.stream()
            .flatMap(
                deletion ->
                    PLACES.getOrDefault(deletion.topic(), List.of()).stream()
                        .map(place -> new Erasing(place, second(deletion))))
            .toList();
    database.erase(connection -> limit(connection, deletions), texts);
    deletions.forEach(outside);
  }

  private static int limit(Connection connection, List<Deletion> deletions) throws SQLException {
    try (PreparedStatement limit = connection.prepareStatement(LATER)) {
      for (Deletion deletion : deletions) {
        Columns.setText(limit, 1, deletion.topic());
        Columns.setText(limit, 2, deletion.before().toString());
        limit.executeUpdate();
      }
    }
    return deletions.size();
  }

  /** Moments as text sort as moments only up to the second: the limit is a whole one. */
  private static String second(Deletion deletion) {
    return deletion.before().toString().substring(0, 19);
  }
}
