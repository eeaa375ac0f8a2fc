package hongyan.geo.files;

import com.linuxense.javadbf.DBFException;
import com.linuxense.javadbf.DBFField;
import com.linuxense.javadbf.DBFReader;
import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.SimpleDateFormat;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A shapefile in a zip: {@code .shp} with {@code .dbf} (attributes), {@code .prj} (datum) and
 * {@code .cpg} (character set; GBK without one, as Chinese programs write it).
 */
final class ShapefileZip {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private ShapefileZip() {}

  /**
   * Reads the shapefile.
   *
   * @param layer name of the one to read where there are several, or null
   */
  static RawFile read(ZipFolder zip, @Nullable String layer) {
    String stem = stem(zip, layer);
    List<JsonNode> geometries = ShapeRecords.read(file(zip, stem, ".shp"));
    List<ObjectNode> rows =
        zip.find(stem + ".dbf").map(dbf -> rows(dbf, charset(zip, stem))).orElse(List.of());
    if (!rows.isEmpty() && rows.size() != geometries.size()) {
      throw new UnreadableFile(
          "broken-shapefile",
          "%d shapes but %d rows of attributes".formatted(geometries.size(), rows.size()));
    }
    List<RawFile.Feature> features = new ArrayList<>();
    for (int i = 0; i < geometries.size(); i++) {
      ObjectNode row = rows.isEmpty() ? MAPPER.createObjectNode() : rows.get(i);
      features.add(new RawFile.Feature(i + 1, null, row, geometries.get(i)));
    }
    String prj =
        zip.find(stem + ".prj").map(text -> new String(text, StandardCharsets.UTF_8)).orElse(null);
    return new RawFile(FileFormat.SHAPEFILE, prj, features);
  }

  private static String stem(ZipFolder zip, @Nullable String layer) {
    List<String> stems =
        zip.listEnding(".shp").stream()
            .map(name -> name.substring(0, name.length() - 4))
            .filter(name -> layer == null || name.equals(layer) || name.endsWith("/" + layer))
            .toList();
    if (stems.size() > 1) {
      throw new UnreadableFile(
          "several-layers",
          "the zip holds %s: say which by layer=".formatted(String.join(", ", stems)));
    }
    if (stems.isEmpty()) {
      throw new UnreadableFile(
          "broken-shapefile",
          "no shapefile%s in the zip".formatted(layer == null ? "" : " " + layer));
    }
    return stems.get(0);
  }

  private static byte[] file(ZipFolder zip, String stem, String ending) {
    return zip.find(stem + ending).orElseThrow();
  }

  private static Charset charset(ZipFolder zip, String stem) {
    String name =
        zip.find(stem + ".cpg")
            .map(text -> new String(text, StandardCharsets.US_ASCII).strip())
            .orElse("GBK");
    try {
      return Charset.forName(name.matches("\\d+") ? "windows-" + name : name);
    } catch (IllegalArgumentException unknown) {
      throw new UnreadableFile(
          "broken-shapefile", "the .cpg names an unknown character set: " + name, unknown);
    }
  }

  private static List<ObjectNode> rows(byte[] dbf, Charset charset) {
    List<ObjectNode> rows = new ArrayList<>();
    try (DBFReader reader = new DBFReader(new ByteArrayInputStream(dbf), charset)) {
      int fields = reader.getFieldCount();
      for (Object[] row = reader.nextRecord(); row != null; row = reader.nextRecord()) {
        ObjectNode properties = MAPPER.createObjectNode();
        for (int i = 0; i < fields; i++) {
          DBFField field = reader.getField(i);
          if (row[i] != null) {
            properties.put(field.getName(), text(row[i]));
          }
        }
        rows.add(properties);
      }
    } catch (DBFException e) {
      throw new UnreadableFile("broken-shapefile", "the .dbf cannot be read: " + e.getMessage(), e);
    }
    return rows;
  }

  private static String text(Object value) {
    return value instanceof Date day
        ? new SimpleDateFormat("yyyy-MM-dd").format(day)
        : value.toString().strip();
  }
}
