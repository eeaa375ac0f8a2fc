package hongyan.service.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import hongyan.pipelines.records.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class BirdAdaptersTest {

  @Test
  void sendsAnArchiveAsItIs() throws IOException {
    byte[] zip = zip("occurrenceID\tscientificName\na\tGrus grus\nb\tGrus grus\n");
    Gathered read = Gathered.read(new ByteArrayInputStream(zip));
    assertThat(read.bodies)
        .singleElement()
        .returns("occurrences", Body::endpoint)
        .returns("application/zip", Body::contentType)
        .returns(2, Body::records)
        .returns(zip, Body::bytes);
  }

  @Test
  void saysOfAZipWithoutBirdRecordsWhatItLacks() throws IOException {
    byte[] zip = zip("name\tage\nx\t1\n");
    assertThatIOException()
        .isThrownBy(() -> Gathered.read(new ByteArrayInputStream(zip)))
        .withMessageContaining("no table of occurrences");
  }

  private static byte[] zip(String table) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("birds.txt"));
      zip.write(table.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  @Test
  void takesEbirdToTheDayAndAnUncountedBirdWithoutCount() throws IOException {
    Gathered read =
        Gathered.read(
            "GLOBAL UNIQUE IDENTIFIER\tLAST EDITED DATE\tCOMMON NAME\tSCIENTIFIC NAME\t"
                + "OBSERVATION COUNT\tLATITUDE\tLONGITUDE\tOBSERVATION DATE\t"
                + "TIME OBSERVATIONS STARTED\tLOCALITY\t\n"
                + "URN:X:1\t2013-11-13 14:55:38\tA \"quoted\" Jay\tPerisoreus canadensis\tX\t"
                + "52.2594075\t-96.8169170\t2011-07-12\t07:16:00\tsomewhere\t\n"
                + "URN:X:2\t\tJay\tPerisoreus canadensis\t3\t52.5\t-96.5\t2011-07-13\t\t\t\n");

    List<JsonNode> records = records(read);
    assertThat(records).hasSize(2);
    JsonNode first = records.get(0);
    assertThat(first.path("occurrenceID").asString()).isEqualTo("URN:X:1");
    assertThat(first.path("eventDate").asString()).isEqualTo("2011-07-12");
    assertThat(first.path("basisOfRecord").asString()).isEqualTo("HumanObservation");
    assertThat(first.path("vernacularName").asString()).isEqualTo("A \"quoted\" Jay");
    assertThat(first.has("individualCount")).isFalse();
    assertThat(first.has("modified")).isFalse();
    assertThat(read.text()).contains("\"decimalLongitude\":-96.8169170");
    assertThat(records.get(1).path("individualCount").asInt()).isEqualTo(3);
  }

  @Test
  void takesAMovebankTrackAsUtcWithTheErrorOfAGeolocator() throws IOException {
    Gathered read =
        Gathered.read(
            """
            { "type": "FeatureCollection", "name": "t", "crs": { "type": "name" }, "features": [
            { "type": "Feature", "properties": { "event-id": 1692, "timestamp":
              "2019-03-11T09:05:00", "individual-taxon-canonical-name": "Calidris ruficollis",
              "individual-local-identifier": "036" },
              "geometry": { "type": "Point", "coordinates": [ 145.480000000000004, -38.23 ] } }]}
            """);

    JsonNode fix = records(read).get(0);
    assertThat(fix.path("occurrenceID").asString()).isEqualTo("movebank:1692");
    assertThat(fix.path("eventDate").asString()).isEqualTo("2019-03-11T09:05:00Z");
    assertThat(fix.path("basisOfRecord").asString()).isEqualTo("MachineObservation");
    assertThat(fix.path("individualCount").asInt()).isEqualTo(1);
    assertThat(fix.path("coordinateUncertaintyInMeters").asInt()).isEqualTo(150_000);
    assertThat(read.text()).contains("145.480000000000004");
  }

  @Test
  void leavesOutFixesThatAreMarkedAsOutliers() throws IOException {
    Gathered read =
        Gathered.read(
            """
            event-id,visible,timestamp,location-long,location-lat,import-marked-outlier,\
            location-error-numerical,manually-marked-outlier,sensor-type,\
            individual-taxon-canonical-name,individual-local-identifier
            11,true,2018-05-09 14:59:05.000,6.58,53.00,false,5.3,false,"gps","Haematopus ostralegus","7"
            12,true,2018-05-09 15:59:05.000,6.58,53.00,false,5.3,true,"gps","Haematopus ostralegus","7"
            13,true,2018-05-09 16:59:05.000,,,false,,false,"gps","Haematopus ostralegus","7"
            """);

    assertThat(read.notTaken).containsEntry("outlier", 1).containsEntry("no position", 1);
    JsonNode fix = records(read).get(0);
    assertThat(read.records()).isEqualTo(1);
    assertThat(fix.path("eventDate").asString()).isEqualTo("2018-05-09T14:59:05Z");
    assertThat(fix.path("coordinateUncertaintyInMeters").asDouble()).isEqualTo(5.3);
  }

  private static List<JsonNode> records(Gathered read) {
    return read.text().lines().map(Json.MAPPER::readTree).toList();
  }
}
