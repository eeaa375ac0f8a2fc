package hongyan.service.archives;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes an archive as it goes: {@code occurrence.txt} (tabs, UTF-8, one header line), {@code
 * meta.xml} and {@code eml.xml}. Source: Darwin Core text guide (TDWG); EML 2.1.1 in GBIF's
 * profile.
 */
final class ArchiveWriter implements AutoCloseable {
  private final ZipOutputStream zip;
  private final Writer text;

  /** Begins with the description, so that a reader knows it is a whole one by its end. */
  ArchiveWriter(OutputStream out, String city, LocalDate today) throws IOException {
    zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    text = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8));
    entry("eml.xml", Eml.text(city, today));
    entry("meta.xml", meta());
    zip.putNextEntry(new ZipEntry("occurrence.txt"));
    row(OccurrenceTerms.ALL.stream().map(OccurrenceTerms.Term::name).toArray());
  }

  void write(Released released) throws IOException {
    row(OccurrenceTerms.ALL.stream().map(term -> term.value().apply(released)).toArray());
  }

  @Override
  public void close() throws IOException {
    text.flush();
    zip.closeEntry();
    zip.finish();
  }

  private void row(@Nullable Object[] cells) throws IOException {
    for (int i = 0; i < cells.length; i++) {
      text.append(i == 0 ? "" : "\t").append(cells[i] == null ? "" : cells[i].toString());
    }
    text.append('\n');
  }

  private void entry(String name, String content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  private static String meta() {
    StringBuilder fields = new StringBuilder();
    for (int i = 0; i < OccurrenceTerms.ALL.size(); i++) {
      fields
          .append("    <field index=\"%d\" term=\"".formatted(i))
          .append(OccurrenceTerms.ALL.get(i).uri())
          .append("\"/>\n");
    }
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <archive xmlns="http://rs.tdwg.org/dwc/text/" metadata="eml.xml">
          <core encoding="UTF-8" fieldsTerminatedBy="\\t" linesTerminatedBy="\\n" \
        fieldsEnclosedBy="" ignoreHeaderLines="1" \
        rowType="http://rs.tdwg.org/dwc/terms/Occurrence">
            <files>
              <location>occurrence.txt</location>
            </files>
            <id index="0"/>
        %s  </core>
        </archive>
        """
        .formatted(fields);
  }
}
