package hongyan.geo.files;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConnection;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The features of a GeoPackage (OGC 12-128), an SQLite file. It is opened in memory; of a foreign
 * database only plain tables are read, never a view, and its own functions stay unused.
 */
final class GeoPackageFile {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final int LONGEST_TEXT = 20_000;

  private record Layer(String table, String column, int srs) {}

  private final Connection database;

  private GeoPackageFile(Connection database) {
    this.database = database;
  }

  /**
   * Reads the features.
   *
   * @param layer name of the table to read where there are several, or null
   */
  static RawFile read(byte[] bytes, @Nullable String layer) {
    try (Connection database = DriverManager.getConnection("jdbc:sqlite::memory:")) {
      database.unwrap(SQLiteConnection.class).deserialize("main", bytes);
      try (Statement statement = database.createStatement()) {
        statement.execute("PRAGMA trusted_schema = OFF");
        statement.execute("PRAGMA query_only = ON");
      }
      GeoPackageFile file = new GeoPackageFile(database);
      Layer found = file.layer(layer);
      return new RawFile(FileFormat.GEOPACKAGE, file.declared(found.srs()), file.features(found));
    } catch (SQLException e) {
      throw new UnreadableFile(
          "broken-geopackage", "the GeoPackage cannot be read: " + e.getMessage(), e);
    }
  }

  private Layer layer(@Nullable String wanted) throws SQLException {
    List<Layer> layers = new ArrayList<>();
    try (Statement statement = database.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                SELECT c.table_name, g.column_name, g.srs_id
                FROM gpkg_contents c JOIN gpkg_geometry_columns g ON g.table_name = c.table_name
                JOIN sqlite_master m ON m.name = c.table_name AND m.type = 'table'
                WHERE c.data_type = 'features' ORDER BY c.table_name
                """)) {
      while (rows.next()) {
        Layer layer = new Layer(rows.getString(1), rows.getString(2), rows.getInt(3));
        if (wanted == null || wanted.equals(layer.table())) {
          layers.add(layer);
        }
      }
    }
    if (layers.size() > 1) {
      throw new UnreadableFile(
          "several-layers",
          "the GeoPackage holds %s: say which by layer="
              .formatted(String.join(", ", layers.stream().map(Layer::table).toList())));
    }
    if (layers.isEmpty()) {
      throw new UnreadableFile(
          "broken-geopackage",
          "no table of features%s".formatted(wanted == null ? "" : " named " + wanted));
    }
    return layers.get(0);
  }

  private @Nullable String declared(int srs) throws SQLException {
    try (PreparedStatement statement =
        database.prepareStatement(
            """
            SELECT organization, organization_coordsys_id, definition
            FROM gpkg_spatial_ref_sys WHERE srs_id = ?
            """)) {
      statement.setInt(1, srs);
      try (ResultSet row = statement.executeQuery()) {
        if (!row.next() || srs <= 0) {
          return null;
        }
        return "EPSG".equalsIgnoreCase(row.getString(1))
            ? "EPSG:" + row.getInt(2)
            : row.getString(3);
      }
    }
  }

  private List<RawFile.Feature> features(Layer layer) throws SQLException {
    List<RawFile.Feature> features = new ArrayList<>();
    try (Statement statement = database.createStatement();
        ResultSet rows = statement.executeQuery("SELECT * FROM " + quoted(layer.table()))) {
      ResultSetMetaData columns = rows.getMetaData();
      long bytes = 0;
      while (rows.next()) {
        byte[] blob = rows.getBytes(layer.column());
        bytes += blob == null ? 0 : blob.length;
        if (bytes > FileLimits.POINTS * 16L) {
          throw new UnreadableFile(
              "too-many-points", "more than %,d points".formatted(FileLimits.POINTS));
        }
        if (features.size() == FileLimits.FEATURES) {
          throw new UnreadableFile(
              "too-many-features", "more than %,d features".formatted(FileLimits.FEATURES));
        }
        features.add(feature(features.size() + 1, layer, rows, columns));
      }
    }
    return features;
  }

  private static RawFile.Feature feature(
      int number, Layer layer, ResultSet rows, ResultSetMetaData columns) throws SQLException {
    ObjectNode properties = MAPPER.createObjectNode();
    JsonNode geometry = MissingNode.getInstance();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      String name = columns.getColumnName(i);
      if (name.equalsIgnoreCase(layer.column())) {
        byte[] blob = rows.getBytes(i);
        geometry = blob == null ? geometry : Wkb.readGeoPackage(blob);
      } else if (!(rows.getObject(i) instanceof byte[]) && rows.getString(i) != null) {
        String text = rows.getString(i);
        properties.put(name, text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text);
      }
    }
    return new RawFile.Feature(number, null, properties, geometry);
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
