package hongyan.service.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reads other people's files where they lie beside the project; skipped where they do not. */
class RealFilesTest {

  @ParameterizedTest
  @CsvSource({
    "air/prsa/PRSA_Data_Gucheng_20130301-20170228.csv, 206052, 4332, 1",
    "air/prsa/PRSA_Data_Nongzhanguan_20130301-20170228.csv, 206466, 3918, 1",
    "air/raw/cnemc_20180220T07_all_china.geojson, 8597, 373, 1495",
    "air/slices/cnemc_20230413T06_hunan_slice.csv, 268, 14, 47",
    "birds/ebird/ebd-sample.txt, 400, 0, 0",
    "birds/tracks/red_necked_stint_eaaf.geojson, 1288, 0, 0",
    "birds/tracks/o_assen/O_ASSEN-gps-2018.csv.gz, 14893, 0, 0"
  })
  void takesEveryRecordOfTheFile(String name, int records, int notTaken, int stations)
      throws IOException {
    Gathered read;
    try (BufferedInputStream in = open(name)) {
      read = Gathered.read(in);
    }

    assertThat(read.records()).isEqualTo(records);
    assertThat(read.notTaken.values().stream().mapToInt(Integer::intValue).sum())
        .isEqualTo(notTaken);
    assertThat(read.stations).hasSize(stations);
    assertThat(read.bodies)
        .allSatisfy(body -> assertThat(body.bytes().length).isLessThan(4_100_000));
  }

  @Test
  void saysThatAListOfSpeciesIsNoRecordedFile() throws IOException {
    try (BufferedInputStream in = open("birds/lists/china_birds_birdreport_2024.csv")) {
      assertThat(RecordedFormats.find(RecordedFile.head(in))).isEmpty();
    }
  }

  private static BufferedInputStream open(String name) throws IOException {
    Path folder =
        Path.of(Optional.ofNullable(System.getenv("HONGYAN_DATA")).orElse("../../shared/data"));
    Path file = folder.resolve(name);
    assumeTrue(Files.exists(file), "skipped: no " + name + " beside the project (HONGYAN_DATA)");
    return new RecordedFile(file, Files.size(file)).open(bytes -> {});
  }
}
