package hongyan.service.doors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hongyan.service.doors.forms.BodyFault;
import hongyan.service.doors.rejects.Language;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the archives give that GBIF tests its own reader with, where they are at hand. */
class DarwinCoreShipTest {
  private static final ContentType ZIP =
      ContentType.parse("application/zip", new OccurrenceKind().forms());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
      archive-dwc | archive-without-occurrences
      archive-occ.zip | wrong-case
      nullCoreID.zip | archive-without-occurrences
      gnub.tab.zip | archive-without-occurrences
      plazi/6632D8151686A3F8C71D4B5A5B1181A4.zip | 26 taken, 21 refused {recorded-date-invalid=1, required-field-missing=34}
      MOBOTDarwinCore.csv | 0 taken, 3 refused {required-field-missing=7}
      quoted_headers_MOBOTDarwinCore.csv | archive-without-occurrences
      csv_always_quoted.csv | wrong-case
      csv_incl_single_quotes.csv | archive-without-occurrences
      csv_optional_quotes_excel2008CSV.csv | wrong-case
      csv_quoted-unquoted_headers.csv | archive-without-occurrences
      csv_unquoted.txt | archive-without-occurrences
      csv_unquoted_coordinates.txt | archive-without-occurrences
      constituentsdwca | archive-without-occurrences
      dwca | archive-without-occurrences
      defaults/extension-encoding-missing | archive-without-occurrences
      defaults/meta-file-encoding-missing | archive-without-occurrences
      empty_line.tab | archive-without-occurrences
      null_data.txt | archive-without-occurrences
      event.txt | archive-without-occurrences
      event-plus-id.txt | archive-without-occurrences
      gnub.tab | archive-without-occurrences
      invalid/extension-core-id-missing | archive-without-occurrences
      invalid/extension-id-missing | archive-without-occurrences
      invalid/extension-location-missing | broken-meta
      invalid/extension-missing | archive-without-occurrences
      invalid/meta-file-location-missing | broken-meta
      invalid/meta-only | archive-without-occurrences
      issues/csv-json-escaped-quotes | 0 taken, 1 refused {basis-of-record-invalid=1, modified-date-invalid=1, required-field-missing=3}
      issues/ebird.tab.txt | wrong-case
      issues/eol | archive-file-missing
      iucn100.csv | archive-without-occurrences
      iucn100.pipe.txt | archive-without-occurrences
      iucn100.tab.txt | archive-without-occurrences
      meta | archive-without-occurrences
      meta-xml-variants/dwca-id-with-term | 0 taken, 2 refused {basis-of-record-invalid=2, coordinate-out-of-range=2, geodetic-datum-invalid=2, required-field-missing=2}
      multifile-multiline-header | archive-without-occurrences
      multifile-psv | archive-without-occurrences
      multiline-header | archive-without-occurrences
      simplest-archive | archive-without-occurrences
      xml-entity-meta | archive-without-occurrences
      metadata | archive-without-occurrences
      eml | archive-file-missing
      """)
  void gives(String name, String expected) throws IOException {
    assertThat(given(name)).as(name).isEqualTo(expected);
  }

  /** Accepted records, then refused ones by rule; or the rule by which the whole is refused. */
  private static String given(String name) throws IOException {
    TestDoor doors = new TestDoor();
    try {
      Answer answer = doors.door.take(new OccurrenceKind(), ZIP, zip(name), Language.EN);
      TreeMap<String, Integer> rules = new TreeMap<>();
      answer.errors().forEach(error -> rules.merge(error.rule(), 1, Integer::sum));
      return answer.accepted() + " taken, " + answer.rejected() + " refused " + rules;
    } catch (BodyFault fault) {
      return fault.fault().rule().code();
    }
  }

  /** A zip as it is; a folder or a single file packed into one. */
  private static byte[] zip(String name) throws IOException {
    String folder = Optional.ofNullable(System.getenv("HONGYAN_DATA")).orElse("../shared/data");
    Path root = Path.of("").toAbsolutePath().resolve("..").normalize().resolve(folder);
    Path path = root.resolve("birds/dwca_ship").resolve(name);
    assumeTrue(Files.exists(path), "skipped: no " + name + "; set HONGYAN_DATA to run it");
    if (name.endsWith(".zip")) {
      return Files.readAllBytes(path);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes);
        Stream<Path> files = Files.walk(path)) {
      Path base = Files.isDirectory(path) ? path : path.getParent();
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        zip.putNextEntry(new ZipEntry(base.relativize(file).toString()));
        zip.write(Files.readAllBytes(file));
      }
    }
    return bytes.toByteArray();
  }
}
