package hongyan.pipelines.series;

import hongyan.pipelines.records.Deletion;
import hongyan.pipelines.records.Topics;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.sqlite.Function;

/**
 * Up to when the raw texts of each topic are deleted. Goes through every row of the topic's records
 * that was received before, which takes seconds for a million: deleting is rare, and no index has
 * to be kept for it.
 */
public final class DeletionTable {
  private static final String LATER =
      "INSERT INTO deletion VALUES (?,?) ON CONFLICT (topic) DO UPDATE SET before=excluded.before"
          + " WHERE excluded.before > before";
  private static final String READINGS =
      "UPDATE reading SET raw = hashed(raw)"
          + " WHERE substr(received_at, 1, 19) < ? AND raw NOT LIKE 'deleted:sha256:%'";
  // Moments as text sort as moments only up to the second: the limit is a whole one.
  private static final String JSON =
      "UPDATE %1$s SET json = without_raw(json)"
          + " WHERE substr(json_extract(json, '%2$s.receivedAt'), 1, 19) < ?"
          + " AND json_extract(json, '%2$s.raw') NOT LIKE 'deleted:sha256:%%'%3$s";

  private static final Map<String, List<String>> UPDATES =
      Map.of(
          Topics.READINGS,
          List.of(READINGS, former("'reading', 'stray-reading'")),
          Topics.OCCURRENCES,
          List.of(JSON.formatted("occurrence", "$.occurrence.receipt", ""), former("'occurrence'")),
          Topics.FINDINGS,
          List.of(JSON.formatted("finding", "$.finding.receipt", ""), former("'finding'")),
          Topics.FORECASTS,
          List.of(JSON.formatted("forecast", "$.receipt", ""), former("'forecast'")));

  private final SeriesFile file;
  private final Consumer<Deletion> outside;

  /**
   * @param outside deletes what is not in the database; called when the decision is in it
   */
  DeletionTable(SeriesFile file, Consumer<Deletion> outside) {
    this.file = file;
    this.outside = outside;
  }

  private static String former(String kinds) {
    return JSON.formatted("former", "$.receipt", " AND kind IN (%s)".formatted(kinds));
  }

  /**
   * Takes the raw texts out and sees to it that none comes back; the same decision twice changes
   * nothing. Topics without records in the store are passed over.
   */
  public void write(List<Deletion> deletions) {
    file.write(
        connection -> {
          create(connection, "hashed", DeletedRaw::hashed);
          create(connection, "without_raw", DeletedRaw::without);
          try (var statement = connection.createStatement()) {
            // Without it the texts would stay in the file's free space.
            statement.execute("PRAGMA secure_delete = ON");
            for (Deletion deletion : deletions) {
              delete(connection, deletion);
            }
            statement.execute("PRAGMA secure_delete = OFF");
          }
          return deletions.size();
        });
    deletions.forEach(outside);
  }

  private static void delete(Connection connection, Deletion deletion) throws SQLException {
    String before = deletion.before().toString();
    try (PreparedStatement limit = connection.prepareStatement(LATER)) {
      limit.setString(1, deletion.topic());
      limit.setString(2, before);
      limit.executeUpdate();
    }
    for (String sql : UPDATES.getOrDefault(deletion.topic(), List.of())) {
      try (PreparedStatement update = connection.prepareStatement(sql)) {
        update.setString(1, before.substring(0, 19));
        update.executeUpdate();
      }
    }
  }

  private static void create(Connection connection, String name, UnaryOperator<String> function)
      throws SQLException {
    Function.create(
        connection,
        name,
        new Function() {
          @Override
          protected void xFunc() throws SQLException {
            result(function.apply(value_text(0)));
          }
        });
  }
}
