package hongyan.pipelines.series;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Erases raw texts within PostgreSQL, row by row through here: what was sent may hold characters
 * that its own functions do not take, and the hash has to be the same as everywhere.
 *
 * <p>Goes through the table's file a few pages at a time, so that nobody waits long for a row. By
 * then the limit is in force for every writer: what they write meanwhile has its hash already, and
 * is passed over wherever in the file it lands.
 */
final class PostgresErasure {

  private static final int PAGES = 1_000;

  // As text: its JSON functions fail on an escaped NUL. Within a text of the sender's a quotation
  // mark is escaped, so what is found here are keys of ours.
  private static final String JSON =
      "substring(json from '\"receivedAt\":\"([^\"]{19})') < ?"
          + " AND strpos(json, '\"raw\":\"%s') = 0";
  private static final String RAW = "substr(received_at, 1, 19) < ? AND strpos(raw, '%s') <> 1";

  private PostgresErasure() {}

  /** Returns how many pages the table has now. */
  static long pages(Connection connection, RawPlace place) throws SQLException {
    String sql =
        "SELECT pg_relation_size('%s') / current_setting('block_size')::bigint"
            .formatted(place.table());
    try (var statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1) + 1;
    }
  }

  /** Erases in the pages from {@code page} on and returns the page to go on with. */
  static long erase(Connection connection, Erasing erasing, long page) throws SQLException {
    RawPlace place = erasing.place();
    // A writer may have replaced the row since it was read: then it is left as it is.
    String update =
        "UPDATE %1$s SET %2$s = ? WHERE ctid = ?::tid AND %2$s = ?"
            .formatted(place.table(), place.column());
    try (PreparedStatement rows = connection.prepareStatement(select(place, page));
        PreparedStatement hashed = connection.prepareStatement(update)) {
      rows.setString(1, erasing.before());
      try (ResultSet row = rows.executeQuery()) {
        while (row.next()) {
          Columns.setText(hashed, 1, place.hashed(Columns.getText(row, 2)));
          hashed.setString(2, row.getString(1));
          hashed.setString(3, row.getString(2));
          hashed.addBatch();
        }
      }
      hashed.executeBatch();
    }
    return page + PAGES;
  }

  private static String select(RawPlace place, long page) {
    return "SELECT ctid, %s FROM %s WHERE ctid >= '(%d,0)' AND ctid < '(%d,0)' AND "
            .formatted(place.column(), place.table(), page, page + PAGES)
        + (place.isJson() ? JSON : RAW).formatted(DeletedRaw.MARK)
        + place.ofKinds();
  }
}
