package hongyan.pipelines.series;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.function.UnaryOperator;
import org.sqlite.Function;

/** Erases raw texts within SQLite, which calls our functions from its statements. */
final class SqliteErasure {

  private SqliteErasure() {}

  /** Makes the functions known to the connection that writes. */
  static void prepare(Connection connection) throws SQLException {
    Function.create(connection, "hashed_raw", new Hashed(DeletedRaw::hashed));
    Function.create(connection, "hashed_json", new Hashed(DeletedRaw::without));
  }

  static void erase(Connection connection, Erasing erasing) throws SQLException {
    RawPlace place = erasing.place();
    String receipt = "$." + String.join(".", place.receipt());
    String received =
        place.isJson() ? "json_extract(json, '%s.receivedAt')".formatted(receipt) : "received_at";
    String raw = place.isJson() ? "json_extract(json, '%s.raw')".formatted(receipt) : "raw";
    String sql =
        "UPDATE %1$s SET %2$s = hashed_%2$s(%2$s)".formatted(place.table(), place.column())
            + " WHERE substr(%s, 1, 19) < ? AND %s NOT LIKE '%s%%'%s"
                .formatted(received, raw, DeletedRaw.MARK, place.ofKinds());
    try (PreparedStatement update = connection.prepareStatement(sql)) {
      update.setString(1, erasing.before());
      update.executeUpdate();
    }
  }

  private static final class Hashed extends Function {
    private final UnaryOperator<String> function;

    Hashed(UnaryOperator<String> function) {
      this.function = function;
    }

    @Override
    protected void xFunc() throws SQLException {
      result(function.apply(Columns.unescaped(value_text(0))));
    }
  }
}
