package hongyan.service.doors.archives;

import hongyan.service.doors.forms.BodyFault;
import hongyan.service.doors.rejects.Fault;
import hongyan.service.doors.rejects.Rule;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * What {@code meta.xml} says of an archive (Darwin Core text guide, TDWG 2009 and later): one core
 * table and any number of extensions. Document types and outer entities are not read.
 */
record MetaFile(TableSpec core, List<TableSpec> extensions) {
  static final String NAME = "meta.xml";

  MetaFile {
    extensions = List.copyOf(extensions);
  }

  /**
   * @throws BodyFault when it is no such file
   */
  static MetaFile parse(byte[] xml) {
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try {
      XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(xml));
      List<TableSpec> cores = new ArrayList<>();
      List<TableSpec> extensions = new ArrayList<>();
      while (reader.hasNext()) {
        if (reader.next() == XMLStreamConstants.START_ELEMENT) {
          switch (reader.getLocalName()) {
            case "core" -> cores.add(table(reader, "id"));
            case "extension" -> extensions.add(table(reader, "coreid"));
            default -> {}
          }
        }
      }
      if (cores.size() != 1) {
        throw broken("core", cores.size() + " cores");
      }
      return new MetaFile(cores.get(0), extensions);
    } catch (XMLStreamException e) {
      throw broken(null, "line " + e.getLocation().getLineNumber());
    }
  }

  /** Returns the table that has the bird records: the core, else an extension. */
  Optional<TableSpec> occurrences() {
    return core.hasOccurrences()
        ? Optional.of(core)
        : extensions.stream().filter(TableSpec::hasOccurrences).findFirst();
  }

  private static TableSpec table(XMLStreamReader reader, String idElement)
      throws XMLStreamException {
    String element = reader.getLocalName();
    TableSpec.Format format = format(reader);
    String rowType = attribute(reader, "rowType", TableSpec.USUAL_TYPE);
    List<String> locations = new ArrayList<>();
    List<TableSpec.Field> fields = new ArrayList<>();
    Integer id = null;
    while (true) {
      int event = reader.next();
      if (event == XMLStreamConstants.END_ELEMENT && reader.getLocalName().equals(element)) {
        return new TableSpec(rowType, format, locations, id, fields);
      }
      if (event == XMLStreamConstants.START_ELEMENT) {
        String name = reader.getLocalName();
        if (name.equals("location")) {
          locations.add(reader.getElementText().strip());
        } else if (name.equals("field")) {
          fields.add(field(reader));
        } else if (name.equals(idElement)) {
          id = index(reader);
        }
      }
    }
  }

  private static TableSpec.Format format(XMLStreamReader reader) {
    return TableSpec.Format.of(
        attribute(reader, "encoding", "UTF-8"),
        attribute(reader, "fieldsTerminatedBy", ","),
        attribute(reader, "fieldsEnclosedBy", "\""),
        attribute(reader, "linesTerminatedBy", "\n"),
        attribute(reader, "ignoreHeaderLines", "0"));
  }

  private static TableSpec.Field field(XMLStreamReader reader) {
    String term = attribute(reader, "term", "");
    if (term.isBlank()) {
      throw broken("field", "a field without term");
    }
    return new TableSpec.Field(
        TableSpec.simple(term), index(reader), reader.getAttributeValue(null, "default"));
  }

  private static @Nullable Integer index(XMLStreamReader reader) {
    String text = reader.getAttributeValue(null, "index");
    if (text != null && !text.matches("\\d{1,4}")) {
      throw broken("index", text);
    }
    return text == null ? null : Integer.valueOf(text);
  }

  private static String attribute(XMLStreamReader reader, String name, String usual) {
    String value = reader.getAttributeValue(null, name);
    return value == null ? usual : value;
  }

  static BodyFault broken(@Nullable String field, String why) {
    return new BodyFault(0, new Fault(field, why, Rule.BROKEN_META, null));
  }
}
