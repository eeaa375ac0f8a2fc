package hongyan.pipelines.series;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Erases raw texts within PostgreSQL, row by row through here: what was sent may hold characters
 * that its own functions do not take, and the hash has to be the same as everywhere.
 */
final class PostgresErasure {

  private static final int ROWS = 1_000;

  // As text: its JSON functions fail on an escaped NUL. Within a text of the sender's a quotation
  // mark is escaped, so what is found here are keys of ours.
  private static final String JSON =
      "substring(json from '\"receivedAt\":\"([^\"]{19})') < ?"
          + " AND strpos(json, '\"raw\":\"%s') = 0";

  private PostgresErasure() {}

  static void erase(Connection connection, RawPlace place, String before) throws SQLException {
    String update =
        "UPDATE %s SET %s = ? WHERE ctid = ?::tid".formatted(place.table(), place.column());
    try (PreparedStatement rows = connection.prepareStatement(select(place));
        PreparedStatement hashed = connection.prepareStatement(update)) {
      rows.setFetchSize(ROWS);
      rows.setString(1, before);
      int pending = 0;
      try (ResultSet row = rows.executeQuery()) {
        while (row.next()) {
          Columns.setText(hashed, 1, place.hashed(Columns.getText(row, 2)));
          hashed.setString(2, row.getString(1));
          hashed.addBatch();
          if (++pending % ROWS == 0) {
            hashed.executeBatch();
          }
        }
      }
      hashed.executeBatch();
    }
  }

  // Moments as text sort as moments only up to the second: the limit is a whole one.
  private static String select(RawPlace place) {
    String of = place.isJson() ? JSON : "substr(received_at, 1, 19) < ? AND strpos(raw, '%s') <> 1";
    return "SELECT ctid, %s FROM %s WHERE ".formatted(place.column(), place.table())
        + of.formatted(DeletedRaw.MARK)
        + place.ofKinds();
  }
}
