package hongyan.geo.files;

import com.linuxense.javadbf.DBFDataType;
import com.linuxense.javadbf.DBFField;
import com.linuxense.javadbf.DBFWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Small files of each format, written here byte by byte so that none has to be committed. */
final class FileFixtures {

  static final Charset GBK = Charset.forName("GBK");

  /** WKT that desktop programs write for the 3-degree strip of 111 degrees, with the prefix 37. */
  static final String PRJ_ZONE_37 =
      "PROJCS[\"CGCS2000_3_Degree_GK_Zone_37\",GEOGCS[\"GCS_China_Geodetic_Coordinate_System_2000\","
          + "DATUM[\"D_China_2000\",SPHEROID[\"CGCS2000\",6378137.0,298.257222101]],"
          + "PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]],"
          + "PROJECTION[\"Gauss_Kruger\"],PARAMETER[\"False_Easting\",37500000.0],"
          + "PARAMETER[\"False_Northing\",0.0],PARAMETER[\"Central_Meridian\",111.0],"
          + "PARAMETER[\"Scale_Factor\",1.0],PARAMETER[\"Latitude_Of_Origin\",0.0],"
          + "UNIT[\"Meter\",1.0]]";

  private FileFixtures() {}

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static byte[] zip(Map<String, byte[]> files) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** A shapefile of polygons; each is a list of rings of [x, y]. */
  static byte[] shapefile(List<double[][][]> polygons, byte[] dbf, String prj, String cpg) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("区划/zones.shp", shp(polygons));
    files.put("区划/zones.dbf", dbf);
    if (prj != null) {
      files.put("区划/zones.prj", utf8(prj));
    }
    if (cpg != null) {
      files.put("区划/zones.cpg", utf8(cpg));
    }
    return zip(files);
  }

  static byte[] shp(List<double[][][]> polygons) {
    List<ByteBuffer> records = new ArrayList<>();
    int length = 100;
    for (double[][][] rings : polygons) {
      int points = 0;
      for (double[][] ring : rings) {
        points += ring.length;
      }
      ByteBuffer record =
          ByteBuffer.allocate(44 + 4 * rings.length + 16 * points).order(ByteOrder.LITTLE_ENDIAN);
      record.putInt(5).position(36);
      record.putInt(rings.length).putInt(points);
      int start = 0;
      for (double[][] ring : rings) {
        record.putInt(start);
        start += ring.length;
      }
      for (double[][] ring : rings) {
        for (double[] pair : ring) {
          record.putDouble(pair[0]).putDouble(pair[1]);
        }
      }
      records.add(record);
      length += 8 + record.capacity();
    }
    ByteBuffer shp = ByteBuffer.allocate(length);
    shp.putInt(0, 9994).putInt(24, length / 2);
    shp.order(ByteOrder.LITTLE_ENDIAN).putInt(28, 1000).putInt(32, 5);
    shp.order(ByteOrder.BIG_ENDIAN).position(100);
    for (int i = 0; i < records.size(); i++) {
      shp.putInt(i + 1).putInt(records.get(i).capacity() / 2).put(records.get(i).array());
    }
    return shp.array();
  }

  /** A table of text columns. */
  static byte[] dbf(Charset charset, List<String> columns, List<List<String>> rows) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DBFWriter writer = new DBFWriter(out, charset)) {
      writer.setFields(
          columns.stream()
              .map(name -> new DBFField(name, DBFDataType.CHARACTER, 100))
              .toArray(DBFField[]::new));
      rows.forEach(row -> writer.addRecord(row.toArray()));
    }
    return out.toByteArray();
  }

  /** A GeoPackage with one table of features; each geometry is a blob. */
  static byte[] geoPackage(Path folder, int epsg, List<String[]> rows, List<byte[]> geometries) {
    Path file = folder.resolve("zones.gpkg");
    try {
      Files.deleteIfExists(file);
      try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + file);
          Statement sql = database.createStatement()) {
        sql.executeUpdate(
            "CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT, srs_id INTEGER PRIMARY KEY,"
                + " organization TEXT, organization_coordsys_id INTEGER, definition TEXT)");
        sql.executeUpdate(
            "CREATE TABLE gpkg_contents (table_name TEXT PRIMARY KEY, data_type TEXT, srs_id"
                + " INTEGER)");
        sql.executeUpdate(
            "CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT,"
                + " geometry_type_name TEXT, srs_id INTEGER, z INTEGER, m INTEGER)");
        sql.executeUpdate(
            "INSERT INTO gpkg_spatial_ref_sys VALUES ('x', %1$d, 'EPSG', %1$d, 'undefined')"
                .formatted(epsg));
        sql.executeUpdate(
            "INSERT INTO gpkg_contents VALUES ('zones', 'features', %d)".formatted(epsg));
        sql.executeUpdate(
            "INSERT INTO gpkg_geometry_columns VALUES ('zones', 'geom', 'POLYGON', %d, 0, 0)"
                .formatted(epsg));
        sql.executeUpdate(
            "CREATE TABLE zones (fid INTEGER PRIMARY KEY, geom BLOB, 编号 TEXT, 名称 TEXT, 类型 TEXT)");
        try (PreparedStatement insert =
            database.prepareStatement("INSERT INTO zones VALUES (NULL, ?, ?, ?, ?)")) {
          for (int i = 0; i < rows.size(); i++) {
            insert.setBytes(1, geometries.get(i));
            for (int column = 0; column < 3; column++) {
              insert.setString(2 + column, rows.get(i)[column]);
            }
            insert.executeUpdate();
          }
        }
      }
      return Files.readAllBytes(file);
    } catch (SQLException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** One polygon of one ring as GeoPackage keeps it, little endian, without an envelope. */
  static byte[] gpkgPolygon(double[][] ring) {
    ByteBuffer blob = ByteBuffer.allocate(8 + 13 + 16 * ring.length).order(ByteOrder.LITTLE_ENDIAN);
    blob.put((byte) 'G').put((byte) 'P').put((byte) 0).put((byte) 1).putInt(4490);
    blob.put((byte) 1).putInt(3).putInt(1).putInt(ring.length);
    for (double[] pair : ring) {
      blob.putDouble(pair[0]).putDouble(pair[1]);
    }
    return blob.array();
  }

  /** A list of one polygon of these rings. */
  static List<double[][][]> polygon(double[][]... rings) {
    List<double[][][]> polygons = new ArrayList<>();
    polygons.add(rings);
    return polygons;
  }

  /** A ring round a middle, clockwise as shapefiles want shells. */
  static double[][] square(double x, double y, double half) {
    return new double[][] {
      {x - half, y - half},
      {x - half, y + half},
      {x + half, y + half},
      {x + half, y - half},
      {x - half, y - half}
    };
  }

  static double[][] reversed(double[][] ring) {
    double[][] back = new double[ring.length][];
    for (int i = 0; i < ring.length; i++) {
      back[i] = ring[ring.length - 1 - i];
    }
    return back;
  }
}
