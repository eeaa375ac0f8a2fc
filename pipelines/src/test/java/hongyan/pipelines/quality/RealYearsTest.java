package hongyan.pipelines.quality;

import static hongyan.pipelines.records.RecordFixtures.RIDGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hongyan.geo.place.CivilTime;
import hongyan.pipelines.air.Averaging;
import hongyan.pipelines.air.CivilDay;
import hongyan.pipelines.air.Flag;
import hongyan.pipelines.air.Pollutant;
import hongyan.pipelines.air.Reading;
import hongyan.pipelines.records.Receipt;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Four years of two stations in Beijing, as they are: how often each rule speaks. */
class RealYearsTest {
  private static final Map<Integer, Pollutant> COLUMNS =
      Map.of(
          5, Pollutant.PM25,
          6, Pollutant.PM10,
          7, Pollutant.SO2,
          8, Pollutant.NO2,
          9, Pollutant.CO,
          10, Pollutant.O3);

  @ParameterizedTest
  @ValueSource(strings = {"Gucheng", "Nongzhanguan"})
  void doubtsAFewOfManyHours(String station) throws IOException {
    Map<String, List<KnownReading>> days = days(station);
    Map<String, List<KnownReading>> beside = new TreeMap<>();
    long hours = 0;
    for (List<KnownReading> day : days.values()) {
      hours += day.size();
      for (KnownReading known : day) {
        QualityFixtures.RULES
            .datesBeside(known.reading())
            .forEach(date -> beside.computeIfAbsent(date, d -> new ArrayList<>()).add(known));
      }
    }
    Map<String, Integer> counts = new TreeMap<>();
    days.forEach(
        (date, day) ->
            QualityFixtures.RULES
                .judge(date, day, beside.getOrDefault(date, List.of()), Map.of())
                .doubts()
                .forEach(doubt -> counts.merge(doubt.rule(), 1, Integer::sum)));
    System.out.printf("%s: of %d hourly values in doubt: %s%n", station, hours, counts);

    assertThat(hours).isGreaterThan(190_000);
    assertThat(counts).doesNotContainKeys("range", "negative", "zero", "unit", "clock-ahead");
    assertThat(counts.get("pm-inverted")).isBetween(1_000, 5_000);
    assertThat(counts.get("spike")).isBetween(1, 100);
    assertThat(counts.get("stuck")).isBetween(100, 2_000);
  }

  private static Map<String, List<KnownReading>> days(String station) throws IOException {
    Path root =
        Path.of(Objects.requireNonNullElse(System.getenv("HONGYAN_DATA"), "../../shared/data"));
    Path file = root.resolve("air/prsa/PRSA_Data_" + station + "_20130301-20170228.csv");
    assumeTrue(Files.exists(file), "no real data: " + file + " is missing");
    Map<String, List<KnownReading>> days = new TreeMap<>();
    for (String line : Files.readAllLines(file).stream().skip(1).toList()) {
      String[] cells = line.split(",");
      Instant end =
          LocalDateTime.of(
                  number(cells, 1), number(cells, 2), number(cells, 3), number(cells, 4), 0)
              .atZone(CivilTime.ZONE)
              .toInstant();
      COLUMNS.forEach(
          (column, pollutant) -> {
            if (!cells[column].equals("NA")) {
              days.computeIfAbsent(CivilDay.dateOf(end), d -> new ArrayList<>())
                  .add(known(station, pollutant, end, new BigDecimal(cells[column])));
            }
          });
    }
    return days;
  }

  private static int number(String[] cells, int column) {
    return Integer.parseInt(cells[column]);
  }

  private static KnownReading known(
      String station, Pollutant pollutant, Instant end, BigDecimal value) {
    BigDecimal inUnit = pollutant == Pollutant.CO ? value.divide(BigDecimal.valueOf(1_000)) : value;
    var receipt = new Receipt("file", end.plusSeconds(600), null, "00", 1, "", 0);
    var reading = new Reading(station, pollutant, Averaging.PT1H, end, inUnit, Flag.N, receipt);
    return new KnownReading(reading, RIDGE, null);
  }
}
