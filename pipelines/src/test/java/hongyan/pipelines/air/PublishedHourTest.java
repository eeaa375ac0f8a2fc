package hongyan.pipelines.air;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hongyan.geo.place.CivilTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The hour that the national network published for its 1,495 stations on 2018-02-20 at 07:00. */
class PublishedHourTest {
  private static final Map<String, Pollutant> COLUMNS =
      Map.of(
          "so2_1h", Pollutant.SO2,
          "no2_1h", Pollutant.NO2,
          "co_1h_mg", Pollutant.CO,
          "o3_1h", Pollutant.O3,
          "pm10_1h", Pollutant.PM10,
          "pm25_1h", Pollutant.PM25);

  private static final Map<String, Pollutant> NAMES =
      Map.of(
          "细颗粒物(PM2.5)", Pollutant.PM25,
          "颗粒物(PM10)", Pollutant.PM10,
          "二氧化硫", Pollutant.SO2,
          "二氧化氮", Pollutant.NO2,
          "臭氧1小时", Pollutant.O3,
          "一氧化碳", Pollutant.CO);

  @Test
  void comesOutForEveryStationThatHasOne() throws IOException {
    List<Map<String, String>> rows = rows();
    int published = 0;
    for (Map<String, String> row : rows) {
      if (!row.get("published_aqi").isEmpty()) {
        AirFigure figure = figure(row);
        String station = row.get("station");
        assertThat(figure.aqi()).as(station).isEqualTo(Integer.valueOf(row.get("published_aqi")));
        assertThat(figure.primary()).as(station).hasSameElementsAs(primary(row));
        published++;
      }
    }
    assertThat(published).isEqualTo(1475);
  }

  private static Set<Pollutant> primary(Map<String, String> row) {
    return Arrays.stream(row.get("published_primary").split("\\|"))
        .filter(name -> !name.isEmpty())
        .map(name -> Objects.requireNonNull(NAMES.get(name), name))
        .collect(Collectors.toSet());
  }

  private static AirFigure figure(Map<String, String> row) {
    String station = row.get("station");
    Instant time = LocalDateTime.parse(row.get("time_bjt")).atZone(CivilTime.ZONE).toInstant();
    List<Reading> readings = new ArrayList<>();
    COLUMNS.forEach(
        (column, pollutant) -> {
          if (!row.get(column).isEmpty()) {
            readings.add(
                AirFixtures.reading(
                    station, pollutant, Averaging.PT1H, time, row.get(column), Flag.N));
          }
        });
    return AirDay.of(station, "2018-02-20", readings).hours().get(0);
  }

  private static List<Map<String, String>> rows() throws IOException {
    Path file = data().resolve("air/oracle/hj633_realtime_oracle_20180220T07.csv");
    assumeTrue(Files.exists(file), "the published hour is not here: " + file);
    List<String> lines = Files.readAllLines(file);
    String[] header = lines.get(0).split(",", -1);
    List<Map<String, String>> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] fields = line.split(",", -1);
      assertThat(fields).as(line).hasSameSizeAs(header);
      Map<String, String> row = new HashMap<>();
      for (int i = 0; i < header.length; i++) {
        row.put(header[i], fields[i]);
      }
      rows.add(row);
    }
    return rows;
  }

  /** Tests run in the module's folder, one below the repository's root. */
  private static Path data() {
    String configured = System.getenv("HONGYAN_DATA");
    return configured == null ? Path.of("..", "..", "shared", "data") : Path.of(configured);
  }
}
