package hongyan.service.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ContractFormatsTest {

  @Test
  void passesADarwinCoreTableOnByteForByteWhateverItsEncoding() throws IOException {
    byte[] gbk =
        "occurrenceID,eventDate,vernacularName\r\n1,2024-10-01,\"白鹭,\n两行\"\r\n2,2024-10-02,x"
            .getBytes(Charset.forName("GBK"));

    Gathered read = Gathered.read(new ByteArrayInputStream(gbk));

    byte[] sent = read.bodies.get(0).bytes();
    assertThat(Arrays.copyOf(sent, gbk.length)).isEqualTo(gbk);
    assertThat(sent).hasSize(gbk.length + 1).endsWith('\n');
    assertThat(read.records()).as("a line feed in quotes ends no record").isEqualTo(2);
    assertThat(read.bodies.get(0).contentType()).isEqualTo("text/csv");
  }

  @Test
  void tellsTabsFromCommasAndLeavesTheByteOrderMarkOut() throws IOException {
    Gathered read = Gathered.read("\uFEFFoccurrenceID\tscientificName\n1\tA \" b\n\n2\tC\n");

    assertThat(read.text()).isEqualTo("occurrenceID\tscientificName\n1\tA \" b\n2\tC\n");
    assertThat(read.bodies.get(0).contentType()).isEqualTo("text/tab-separated-values");
    assertThat(read.records()).isEqualTo(2);
  }

  @Test
  void pacesLongReadingsByTheirTime() throws IOException {
    Gathered read =
        Gathered.read("station,time,pollutant,value\nA,2024-10-22T09:00:00+08:00,PM2.5,35\n");

    assertThat(read.bodies.get(0).endpoint()).isEqualTo("readings");
    assertThat(read.bodies.get(0).firstTime()).isEqualTo(Instant.parse("2024-10-22T01:00:00Z"));
  }

  @Test
  void countsEachValueOfAWideTable() throws IOException {
    Gathered read = Gathered.read("date,hour,type,1A,2A,3A\n20240101,0,PM2.5,35,,7\n");

    assertThat(read.bodies.get(0).endpoint()).isEqualTo("readings");
    assertThat(read.records()).isEqualTo(2);
  }

  @Test
  void cutsAJsonArrayIntoItsElementsAsTheyStand() throws IOException {
    Gathered read =
        Gathered.read(
            "[ {\"conduct\":\"net\", \"description\":\"a ] } \\\" , b\"},\n {\"conduct\":\"fire\"} ]");

    assertThat(read.text())
        .isEqualTo(
            "[{\"conduct\":\"net\", \"description\":\"a ] } \\\" , b\"},\n{\"conduct\":\"fire\"}]");
    assertThat(read.bodies.get(0).endpoint()).isEqualTo("findings");
    assertThat(read.bodies.get(0).contentType()).isEqualTo("application/json");
    assertThat(read.records()).isEqualTo(2);
  }

  @Test
  void takesOneObjectALineAsLinesAndKeepsABrokenOne() throws IOException {
    Gathered read =
        Gathered.read(
            "{\"occurrenceID\":\"1\",\"eventDate\":\"2024-10-01\"}\n{\"occurrenceID\": \n");

    assertThat(read.bodies.get(0).contentType()).isEqualTo("application/x-ndjson");
    assertThat(read.records()).isEqualTo(2);
    assertThat(read.text()).endsWith("{\"occurrenceID\": \n");
  }

  @Test
  void takesASingleObjectOverSeveralLines() throws IOException {
    Gathered read = Gathered.read("{\n \"station\": \"A\",\n \"pollutant\": \"O3\"\n}\n");

    assertThat(read.text()).isEqualTo("[{\n \"station\": \"A\",\n \"pollutant\": \"O3\"\n}]");
    assertThat(read.bodies.get(0).endpoint()).isEqualTo("readings");
  }

  @Test
  void saysWhatAnUnknownFileLooksLike() {
    assertThat(RecordedFormats.find(new Head("a;b\n1;2"))).isEmpty();
    assertThat(new Head("a;b\n1;2").looksLike()).isEqualTo("text that begins with: a;b");
    assertThat(new Head("<archive/>").looksLike()).isEqualTo("XML or HTML");
    assertThat(new Head("").looksLike()).isEqualTo("an empty file");
    assertThat(new Head("{\"type\":\"FeatureCollection\",\"features\":[]}").looksLike())
        .isEqualTo("GeoJSON of another kind");
  }
}
