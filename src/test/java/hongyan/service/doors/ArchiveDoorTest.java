package hongyan.service.doors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import hongyan.pipelines.birds.Occurrence;
import hongyan.service.doors.forms.BodyFault;
import hongyan.service.doors.rejects.Language;
import hongyan.service.doors.rejects.Reject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveDoorTest {
  private static final ContentType ZIP =
      ContentType.parse("application/zip", new OccurrenceKind().forms());
  private static final String OCCURRENCE = "http://rs.tdwg.org/dwc/terms/Occurrence";
  private static final String EVENT = "http://rs.tdwg.org/dwc/terms/Event";
  private static final String HEADER =
      "occurrenceID\tscientificName\teventDate\tdecimalLongitude\tdecimalLatitude\n";
  private static final String ROW = "a\tGrus grus\t2024-10-22\t111.6\t26.4\n";

  private final TestDoor doors = new TestDoor();

  @ParameterizedTest
  @CsvSource({"'\\t', '', 'UTF-8'", "'|', '', 'GBK'", "',', '\"', 'UTF-16'", "'; ', '', 'UTF-8'"})
  void readsDelimitersQuotesAndEncodings(String between, String quote, String encoding)
      throws IOException {
    String comma = between.equals("\\t") ? "\t" : between;
    String name = quote.isEmpty() ? "鸿雁" : "\"鸿雁, 一\"";
    String table = String.join(comma, "x", "o-1", "Anser cygnoides", name) + "\n\n";
    String meta =
        meta(
            core(OCCURRENCE, between, quote, encoding, 0, "data.txt")
                + "<id index='0'/>"
                + fields("1 occurrenceID", "2 scientificName", "3 vernacularName")
                + constant("eventDate", "2024-10-22")
                + constant("decimalLongitude", "111.6")
                + constant("decimalLatitude", "26.4")
                + "</core>");
    Answer answer =
        take(Map.of("meta.xml", utf8(meta), "data.txt", table.getBytes(Charset.forName(encoding))));
    assertThat(answer.errors()).isEmpty();
    Occurrence taken = taken().get("o-1");
    assertThat(taken.vernacularName()).isEqualTo(quote.isEmpty() ? "鸿雁" : "鸿雁, 一");
    assertThat(taken.receipt().raw()).contains("Anser cygnoides").contains("1=occurrenceID");
  }

  @Test
  void readsSeveralFilesWithSeveralHeaderLinesInAFolderOfTheirOwn() throws IOException {
    String meta =
        meta(core(OCCURRENCE, "\\t", "", "UTF-8", 2, "one.txt", "two.txt") + usual() + "</core>");
    Answer answer =
        take(
            Map.of(
                "mine/meta.xml", utf8(meta),
                "mine/one.txt", utf8("made by\tme\n" + HEADER + ROW),
                "mine/two.txt", utf8("made by\tme\n" + HEADER + ROW.replace("a\t", "b\t") + "c\n"),
                "__MACOSX/mine/._one.txt", utf8("x")));
    assertThat(taken()).containsOnlyKeys("a", "b");
    assertThat(answer.errors())
        .singleElement()
        .returns("ragged-line", Answer.RecordFault::rule)
        .returns(4, Answer.RecordFault::line);
  }

  @Test
  void givesOccurrencesOfAnEventWhatTheEventSays() throws IOException {
    String meta =
        meta(
            core(EVENT, "\\t", "", "UTF-8", 1, "event.txt")
                + "<id index='0'/>"
                + fields(
                    "0 eventID",
                    "1 eventDate",
                    "2 decimalLongitude",
                    "3 decimalLatitude",
                    "4 sampleSizeValue",
                    "5 sampleSizeUnit")
                + "</core>"
                + table("extension", OCCURRENCE, "\\t", "", "UTF-8", 1, "occurrence.txt")
                + "<coreid index='0'/>"
                + fields("1 occurrenceID", "2 scientificName", "3 individualCount")
                + "</extension>");
    String events = "h\ne1\t2024-10-22\t111.6\t26.4\t2\th\ne2\t2024-10-23\t111.6\t26.4\t1\th\n";
    String birds = "h\ne1\to1\tGrus grus\t3\ne1\to2\tAnas crecca\t9\ne9\to3\tAnas crecca\t1\n";
    Answer answer =
        take(
            Map.of(
                "meta.xml", utf8(meta), "event.txt", utf8(events), "occurrence.txt", utf8(birds)));
    assertThat(taken()).containsOnlyKeys("o1", "o2");
    Occurrence first = taken().get("o1");
    assertThat(first.individualCount()).isEqualTo(3);
    assertThat(first.sampling()).isNotNull();
    assertThat(first.sampling().eventID()).isEqualTo("e1");
    assertThat(first.sampling().sampleSizeValue()).isEqualByComparingTo("2");
    assertThat(first.receipt().raw()).contains("2024-10-22");
    assertThat(answer.errors())
        .singleElement()
        .returns("core-record-missing", Answer.RecordFault::rule)
        .returns("e9", Answer.RecordFault::value);
  }

  @Test
  void takesOneTableWithoutADescription() throws IOException {
    take(Map.of("birds.txt", utf8(HEADER + ROW)));
    assertThat(taken()).containsOnlyKeys("a");
  }

  @Test
  void takesAnArchiveTwiceAsOnce() throws IOException {
    Map<String, byte[]> archive = Map.of("birds.txt", utf8(HEADER + ROW + ROW));
    assertThat(take(archive)).returns(1, Answer::accepted).returns(1, Answer::duplicates);
  }

  @ParameterizedTest
  @ValueSource(strings = {"../a.txt", "x/../../a.txt", "/etc/a.txt", "C:\\a.txt", "..\\a.txt"})
  void refusesAFileOutsideTheArchive(String name) {
    assertThat(rule(Map.of("birds.txt", utf8(HEADER + ROW), name, utf8("x"))))
        .isEqualTo("archive-entry-outside");
    assertThat(taken()).isEmpty();
    Reject reject = doors.log.values("rejects", Reject.class).get(0);
    assertThat(reject.raw()).startsWith("base64:UEsDB");
  }

  @Test
  void refusesAnArchiveThatUnpacksToTooMuch() {
    byte[] zeros = new byte[41_000_000];
    assertThat(rule(Map.of("birds.txt", zeros))).isEqualTo("archive-too-large");
    Map<String, byte[]> many = new TreeMap<>();
    for (int i = 0; i < 1_001; i++) {
      many.put("f" + i, new byte[0]);
    }
    assertThat(rule(many)).isEqualTo("archive-too-large");
  }

  @Test
  void refusesWhatIsNoZipOrIsCutShort() throws IOException {
    assertThat(rule(utf8("occurrenceID,scientificName"))).isEqualTo("broken-archive");
    assertThat(rule(new byte[0])).isEqualTo("broken-archive");
    byte[] zip = zip(Map.of("birds.txt", utf8((HEADER + ROW).repeat(500))));
    assertThat(rule(Arrays.copyOf(zip, zip.length / 2))).isEqualTo("broken-archive");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<archive>| broken-meta",
        "<archive></archive>| broken-meta",
        "<archive><core><files></files></core></archive>| broken-meta",
        "<archive><core encoding='UTF-7'><files><location>a</location></files></core></archive>| broken-meta",
        "<archive><core linesTerminatedBy='#'><files><location>a</location></files></core></archive>| broken-meta",
        "<archive><core><files><location>a</location></files></core></archive>| archive-file-missing",
        "<archive><core rowType='x:Taxon'><files><location>a</location></files></core></archive>| archive-without-occurrences",
        "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><archive>&x;</archive>| broken-meta"
      })
  void refusesADescriptionThatIsNone(String meta, String rule) {
    assertThat(rule(Map.of("meta.xml", utf8(meta), "b.txt", utf8(ROW)))).isEqualTo(rule);
  }

  @Test
  void refusesATableInAnotherEncodingThanItsOwn() {
    String meta = meta(core(OCCURRENCE, "\\t", "", "UTF-8", 0, "d.txt") + usual() + "</core>");
    byte[] gbk = ROW.replace("Grus grus", "灰鹤").getBytes(Charset.forName("GBK"));
    assertThat(rule(Map.of("meta.xml", utf8(meta), "d.txt", gbk))).isEqualTo("gbk-not-utf-8");
  }

  private Map<String, Occurrence> taken() {
    Map<String, Occurrence> taken = new TreeMap<>();
    doors
        .log
        .values("occurrences", Occurrence.class)
        .forEach(occurrence -> taken.put(occurrence.occurrenceID(), occurrence));
    return taken;
  }

  private Answer take(Map<String, byte[]> files) throws IOException {
    return doors.door.take(new OccurrenceKind(), ZIP, zip(files), Language.EN);
  }

  private String rule(Map<String, byte[]> files) {
    return catchThrowableOfType(BodyFault.class, () -> take(files)).fault().rule().code();
  }

  private String rule(byte[] body) {
    return catchThrowableOfType(
            BodyFault.class, () -> doors.door.take(new OccurrenceKind(), ZIP, body, Language.EN))
        .fault()
        .rule()
        .code();
  }

  private static byte[] zip(Map<String, byte[]> files) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : new TreeMap<>(files).entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
      }
    }
    return bytes.toByteArray();
  }

  private static String meta(String tables) {
    return "<archive xmlns='http://rs.tdwg.org/dwc/text/'>" + tables + "</archive>";
  }

  private static String core(
      String type, String between, String quote, String encoding, int header, String... files) {
    return table("core", type, between, quote, encoding, header, files);
  }

  private static String table(
      String element,
      String type,
      String between,
      String quote,
      String encoding,
      int header,
      String... files) {
    return "<%s rowType='%s' fieldsTerminatedBy='%s' fieldsEnclosedBy='%s' encoding='%s'"
            .formatted(element, type, between, quote, encoding)
        + " linesTerminatedBy='\\n' ignoreHeaderLines='%d'><files><location>".formatted(header)
        + String.join("</location><location>", files)
        + "</location></files>";
  }

  private static String usual() {
    return "<id index='0'/>"
        + fields(
            "0 occurrenceID",
            "1 scientificName",
            "2 eventDate",
            "3 decimalLongitude",
            "4 decimalLatitude");
  }

  private static String fields(String... indexAndTerm) {
    StringBuilder fields = new StringBuilder();
    for (String field : indexAndTerm) {
      String[] parts = field.split(" ");
      fields.append(
          "<field index='%s' term='http://rs.tdwg.org/dwc/terms/%s'/>"
              .formatted(parts[0], parts[1]));
    }
    return fields.toString();
  }

  private static String constant(String term, String value) {
    return "<field default='%s' term='http://rs.tdwg.org/dwc/terms/%s'/>".formatted(value, term);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
