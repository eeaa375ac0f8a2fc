package hongyan.service.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hongyan.geo.zones.Placement;
import hongyan.pipelines.air.Averaging;
import hongyan.pipelines.air.Flag;
import hongyan.pipelines.air.PlacedReading;
import hongyan.pipelines.air.Pollutant;
import hongyan.pipelines.air.Reading;
import hongyan.pipelines.records.Receipt;
import hongyan.pipelines.series.Paging;
import hongyan.pipelines.series.ReadingQuery;
import hongyan.pipelines.series.SeriesStore;
import hongyan.service.audit.AuditLog;
import hongyan.service.database.OnBothDatabases;
import hongyan.service.database.ServiceDatabase;
import hongyan.service.settings.SeriesSettings;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

@OnBothDatabases
class ShortReadingsTest {
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-11-22T04:00:00Z"), ZoneOffset.UTC);

  // A hundred days before, the civil day of the station begins at this moment.
  private static final Instant LIMIT = Instant.parse("2026-08-13T16:00:00Z");

  @TempDir private Path folder;
  private JdbcClient jdbc;
  private AuditLog audit;
  private SeriesStore series;

  @BeforeEach
  void open() {
    ServiceDatabase database = ServiceDatabase.in(folder);
    jdbc = database.jdbc();
    audit = new AuditLog(jdbc, database.transaction(), NOON);
    series = SeriesStore.open(folder.resolve("series.db"));
    series
        .readings()
        .write(
            List.of(
                reading(Averaging.PT5M, LIMIT.minusSeconds(300)),
                reading(Averaging.PT5M, LIMIT),
                reading(Averaging.PT1H, LIMIT.minusSeconds(3_600))));
  }

  @AfterEach
  void close() {
    series.close();
  }

  @Test
  void takesOldShortReadingsOutAndSaysHowManyInTheAuditLog() {
    run(Period.ofDays(100));
    assertThat(series.readings().list(ReadingQuery.ALL, Paging.first(9)).items())
        .extracting(placed -> placed.reading().time())
        .containsExactly(LIMIT, LIMIT.minusSeconds(3_600));
    assertThat(audited())
        .containsExactly(
            "platform short readings removed before 2026-08-14 begun: kept for P100D",
            "platform short readings removed before 2026-08-14 1 removed");
  }

  @Test
  void keepsThemForEverUnlessItIsSet() {
    run(null);
    assertThat(series.readings().count(ReadingQuery.ALL)).isEqualTo(3);
    assertThat(audited()).isEmpty();
  }

  @Test
  void cannotBeSetToLessThanAQuarter() {
    for (Period little : List.of(Period.ofDays(91), Period.ZERO, Period.ofYears(-1))) {
      assertThatThrownBy(() -> settings(little))
          .hasMessage(
              "hongyan.series.keep-short-readings: %s is too short; needed: P92D or longer"
                  .formatted(little));
    }
  }

  private void run(@Nullable Period kept) {
    new ShortReadings(series, audit, NOON, settings(kept)).removeOld();
  }

  private static SeriesSettings settings(@Nullable Period kept) {
    return new SeriesSettings(null, null, null, null, kept);
  }

  private List<String> audited() {
    return jdbc.sql(
            "SELECT account || ' ' || action || ' ' || object || ' ' || detail FROM audit ORDER BY id")
        .query(String.class)
        .list();
  }

  private static PlacedReading reading(Averaging averaging, Instant time) {
    var receipt = new Receipt("http", time, null, "00", 1, "raw", 0);
    return new PlacedReading(
        new Reading("P01", Pollutant.O3, averaging, time, new BigDecimal("80"), Flag.N, receipt),
        new Placement("431127", List.of()));
  }
}
