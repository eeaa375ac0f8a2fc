package hongyan.geo.files;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * KML: each Placemark with its name, its ExtendedData and its geometry. Document types and external
 * entities are refused. KML is WGS 84 by its standard, so the file declares that.
 */
final class KmlFile {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final XMLStreamReader xml;
  private final List<RawFile.Feature> features = new ArrayList<>();
  private int points;

  private KmlFile(XMLStreamReader xml) {
    this.xml = xml;
  }

  static RawFile read(byte[] bytes, FileFormat format) {
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try {
      KmlFile file = new KmlFile(factory.createXMLStreamReader(new ByteArrayInputStream(bytes)));
      file.readAll();
      return new RawFile(format, "WGS84", file.features);
    } catch (XMLStreamException e) {
      throw new UnreadableFile(
          "broken-kml",
          "no XML: line %d, column %d"
              .formatted(e.getLocation().getLineNumber(), e.getLocation().getColumnNumber()),
          e);
    }
  }

  private void readAll() throws XMLStreamException {
    boolean kml = false;
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.DTD) {
        throw new UnreadableFile("broken-kml", "a document type is not taken");
      }
      if (event == XMLStreamConstants.START_ELEMENT) {
        kml |= xml.getLocalName().equals("kml");
        if (!kml) {
          throw new UnreadableFile(
              "broken-kml", "the root is <%s>, not <kml>".formatted(xml.getLocalName()));
        }
        if (xml.getLocalName().equals("Placemark")) {
          readPlacemark();
        }
      }
    }
  }

  private void readPlacemark() throws XMLStreamException {
    if (features.size() == FileLimits.FEATURES) {
      throw new UnreadableFile(
          "too-many-features", "more than %,d features".formatted(FileLimits.FEATURES));
    }
    int line = xml.getLocation().getLineNumber();
    ObjectNode properties = MAPPER.createObjectNode();
    String id = xml.getAttributeValue(null, "id");
    if (id != null) {
      properties.put("id", id);
    }
    List<ObjectNode> geometries = new ArrayList<>();
    while (next("Placemark")) {
      switch (xml.getLocalName()) {
        case "name" -> properties.put("name", text());
        case "Data" -> readData(properties);
        case "SimpleData" -> properties.put(attribute("name"), text());
        default -> readGeometry().ifPresent(geometries::add);
      }
    }
    features.add(
        new RawFile.Feature(
            features.size() + 1,
            line,
            properties,
            geometries.isEmpty() ? MissingNode.getInstance() : joined(geometries)));
  }

  private void readData(ObjectNode properties) throws XMLStreamException {
    String name = attribute("name");
    while (next("Data")) {
      if (xml.getLocalName().equals("value")) {
        properties.put(name, text());
      }
    }
  }

  /** Reads the geometry that begins here; containers such as MultiGeometry come part by part. */
  private Optional<ObjectNode> readGeometry() throws XMLStreamException {
    return switch (xml.getLocalName()) {
      case "Polygon" -> Optional.of(polygon());
      case "LineString" -> Optional.of(geometry("LineString", coordinates("LineString")));
      case "Point" -> {
        ArrayNode point = coordinates("Point");
        yield Optional.of(geometry("Point", point.isEmpty() ? point : (ArrayNode) point.get(0)));
      }
      default -> Optional.empty();
    };
  }

  private ObjectNode polygon() throws XMLStreamException {
    ArrayNode shells = MAPPER.createArrayNode();
    ArrayNode holes = MAPPER.createArrayNode();
    while (next("Polygon")) {
      switch (xml.getLocalName()) {
        case "outerBoundaryIs" -> shells.add(coordinates("outerBoundaryIs"));
        case "innerBoundaryIs" -> holes.add(coordinates("innerBoundaryIs"));
        default -> {}
      }
    }
    return geometry("Polygon", shells.addAll(holes));
  }

  private ArrayNode coordinates(String within) throws XMLStreamException {
    ArrayNode line = MAPPER.createArrayNode();
    while (next(within)) {
      if (xml.getLocalName().equals("coordinates")) {
        for (String tuple : text().strip().split("\\s+")) {
          if (!tuple.isEmpty()) {
            line.add(tuple(tuple));
          }
        }
      }
    }
    return line;
  }

  private ArrayNode tuple(String text) {
    if (++points > FileLimits.POINTS) {
      throw new UnreadableFile(
          "too-many-points", "more than %,d points".formatted(FileLimits.POINTS));
    }
    ArrayNode pair = MAPPER.createArrayNode();
    for (String number : text.split(",")) {
      try {
        pair.add(Double.parseDouble(number));
      } catch (NumberFormatException notANumber) {
        pair.add(number);
      }
    }
    return pair;
  }

  private static ObjectNode geometry(String type, ArrayNode coordinates) {
    ObjectNode geometry = MAPPER.createObjectNode().put("type", type);
    geometry.set("coordinates", coordinates);
    return geometry;
  }

  private static ObjectNode joined(List<ObjectNode> parts) {
    if (parts.size() == 1) {
      return parts.get(0);
    }
    ArrayNode list = MAPPER.createArrayNode();
    if (parts.stream().allMatch(part -> part.path("type").asString().equals("Polygon"))) {
      parts.forEach(part -> list.add(part.get("coordinates")));
      return geometry("MultiPolygon", list);
    }
    parts.forEach(list::add);
    ObjectNode collection = MAPPER.createObjectNode().put("type", "GeometryCollection");
    collection.set("geometries", list);
    return collection;
  }

  /** Goes to the next element within the one of that name; false at its end. */
  private boolean next(String within) throws XMLStreamException {
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        return true;
      }
      if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals(within)) {
        return false;
      }
    }
    return false;
  }

  private String text() throws XMLStreamException {
    return xml.getElementText();
  }

  private String attribute(String name) {
    String value = xml.getAttributeValue(null, name);
    return value == null ? "" : value;
  }
}
