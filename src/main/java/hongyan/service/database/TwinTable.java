package hongyan.service.database;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A table that both databases have, as PostgreSQL describes it. */
record TwinTable(String name, List<Column> columns) {
  private static final String SCHEMA = "public";
  private static final String OF_FLYWAY = "flyway_schema_history";

  /**
   * A column.
   *
   * @param type one of {@link Types}
   * @param numbered whether the database numbers the rows by it
   */
  record Column(String name, int type, boolean numbered) {

    /** Returns what SQLite has there, as PostgreSQL takes it. */
    @Nullable Object value(ResultSet row, int at) throws SQLException {
      if (row.getObject(at) == null) {
        return null;
      }
      return switch (type) {
        case Types.BOOLEAN, Types.BIT -> row.getBoolean(at);
        case Types.INTEGER, Types.BIGINT -> row.getLong(at);
        case Types.DOUBLE -> row.getDouble(at);
        case Types.BINARY -> row.getBytes(at);
        default -> Dialect.POSTGRESQL.storable(row.getString(at));
      };
    }
  }

  /** Lists the tables of a migrated database, those that others refer to before the others. */
  static List<TwinTable> list(Connection postgresql) throws SQLException {
    DatabaseMetaData data = postgresql.getMetaData();
    Set<String> names = new LinkedHashSet<>();
    for (String name : names(data)) {
      addBehindWhatItRefersTo(name, data, names);
    }
    List<TwinTable> tables = new ArrayList<>();
    for (String name : names) {
      tables.add(new TwinTable(name, columns(data, name)));
    }
    return tables;
  }

  private static List<String> names(DatabaseMetaData data) throws SQLException {
    List<String> names = new ArrayList<>();
    try (ResultSet found = data.getTables(null, SCHEMA, null, new String[] {"TABLE"})) {
      while (found.next()) {
        String name = found.getString("TABLE_NAME");
        if (!name.equals(OF_FLYWAY)) {
          names.add(name);
        }
      }
    }
    return names;
  }

  private static void addBehindWhatItRefersTo(String name, DatabaseMetaData data, Set<String> names)
      throws SQLException {
    List<String> referred = new ArrayList<>();
    try (ResultSet keys = data.getImportedKeys(null, SCHEMA, name)) {
      while (keys.next()) {
        referred.add(keys.getString("PKTABLE_NAME"));
      }
    }
    for (String other : referred) {
      if (!other.equals(name)) {
        addBehindWhatItRefersTo(other, data, names);
      }
    }
    names.add(name);
  }

  private static List<Column> columns(DatabaseMetaData data, String table) throws SQLException {
    List<Column> columns = new ArrayList<>();
    try (ResultSet found = data.getColumns(null, SCHEMA, table, null)) {
      while (found.next()) {
        columns.add(
            new Column(
                found.getString("COLUMN_NAME"),
                found.getInt("DATA_TYPE"),
                found.getString("IS_AUTOINCREMENT").equals("YES")));
      }
    }
    return columns;
  }
}
