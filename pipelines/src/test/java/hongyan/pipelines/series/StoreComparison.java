package hongyan.pipelines.series;

import hongyan.geo.zones.Placement;
import hongyan.pipelines.air.Averaging;
import hongyan.pipelines.air.Flag;
import hongyan.pipelines.air.PlacedReading;
import hongyan.pipelines.air.Pollutant;
import hongyan.pipelines.air.Reading;
import hongyan.pipelines.records.Receipt;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;

/**
 * Measures readings in an InfluxDB beside readings in a SQLite file, for {@code
 * docs/series-store.md}: a year of hourly values of some stations, as a network delivers them, hour
 * by hour. Run by hand: {@code mvn -pl pipelines -am test-compile}, then this class with the number
 * of stations (20 are a million readings).
 */
public final class StoreComparison {

  private static final int BATCH = 5_000;
  private static final int HOURS = 365 * 24;
  private static final Instant FIRST = Instant.parse("2024-12-31T17:00:00Z");
  private static final Placement COUNTY = new Placement("431103", List.of());

  private final SeriesStore store;
  private final int stations;

  private StoreComparison(SeriesStore store, int stations) {
    this.store = store;
    this.stations = stations;
  }

  public static void main(String[] args) throws Exception {
    int stations = Integer.parseInt(args[0]);
    Path folder = Files.createTempDirectory("hongyan-compared");
    Path file = folder.resolve("sqlite.db");
    try (var store = SeriesStore.open(file)) {
      new StoreComparison(store, stations).measure("SQLite");
    }
    System.out.printf("SQLite: %.1f bytes a reading%n", perReading(file, stations));
    try (var server = InfluxServer.start(folder, "");
        var store = SeriesStore.open(InfluxServer.beside(folder, server.newDatabase()))) {
      new StoreComparison(store, stations).measure("InfluxDB");
      TimeUnit.SECONDS.sleep(20);
      double bytes = perReading(folder.resolve("data"), stations);
      double wal = perReading(folder.resolve("wal"), stations);
      System.out.printf("InfluxDB: %.1f bytes a reading, and %.1f of log%n", bytes, wal);
    }
  }

  private static double perReading(Path path, int stations) throws IOException {
    try (Stream<Path> files = Files.walk(path)) {
      double bytes = files.filter(Files::isRegularFile).mapToLong(f -> f.toFile().length()).sum();
      return bytes / stations / HOURS / Pollutant.values().length;
    }
  }

  private void measure(String name) {
    int all = stations * HOURS * Pollutant.values().length;
    double seconds = timed(this::fill);
    System.out.printf("%s: %,.0f readings/s written (%,d)%n", name, all / seconds, all);
    for (int round = 0; round < 3; round++) {
      System.out.printf(
          "%s: find 5,000 of an hour's bodies %.0f ms, of one station %.0f ms, scattered %.0f ms;"
              + " count %.0f ms; newest 100 %.0f ms, of a county %.0f ms; one station's year %.0f ms%n",
          name,
          1e3 * timed(() -> find(hours())),
          1e3 * timed(() -> find(oneStation())),
          1e3 * timed(() -> find(scattered())),
          1e3 * timed(() -> store.readings().count(ReadingQuery.ALL)),
          1e3 * timed(() -> store.readings().list(ReadingQuery.ALL, Paging.first(100))),
          1e3
              * timed(
                  () ->
                      store
                          .readings()
                          .list(
                              new ReadingQuery(null, "431103", null, null, null, null),
                              Paging.first(100))),
          1e3 * timed(this::year));
    }
  }

  private void fill() {
    var random = new Random(1);
    var batch = new ArrayList<PlacedReading>();
    for (int hour = 0; hour < HOURS; hour++) {
      for (int station = 0; station < stations; station++) {
        for (Pollutant pollutant : Pollutant.values()) {
          batch.add(new PlacedReading(reading(station, pollutant, hour, random), COUNTY));
          if (batch.size() == BATCH) {
            store.readings().write(batch);
            batch.clear();
          }
        }
      }
    }
    store.readings().write(batch);
  }

  private static Reading reading(int station, Pollutant pollutant, int hour, Random random) {
    Instant time = FIRST.plusSeconds(hour * 3600L);
    String id = "%04dA".formatted(2477 + station);
    var value =
        new BigDecimal(
            pollutant == Pollutant.CO ? "0." + random.nextInt(10) : "" + random.nextInt(120));
    String raw = "%s,%s,%s,%s,µg/m³,N,PT1H".formatted(id, time, pollutant.code(), value);
    byte[] body = new byte[32];
    new Random(hour).nextBytes(body);
    Instant arrival =
        time.plusSeconds(600).plusNanos(1_000_003L * (station * 6L + pollutant.ordinal()));
    var receipt =
        new Receipt("http", arrival, null, HexFormat.of().formatHex(body), station + 2, raw, 4);
    return new Reading(id, pollutant, Averaging.PT1H, time, value, Flag.N, receipt);
  }

  private List<Reading> hours() {
    return some(n -> n);
  }

  private List<Reading> oneStation() {
    return some(n -> n / 6 * 6 * stations + n % 6);
  }

  private List<Reading> scattered() {
    var random = new Random(3);
    return some(n -> random.nextInt(stations * HOURS * 6));
  }

  private List<Reading> some(IntUnaryOperator number) {
    var random = new Random(2);
    var some = new ArrayList<Reading>();
    for (int n = 0; n < BATCH; n++) {
      int each = number.applyAsInt(n);
      some.add(
          reading(each / 6 % stations, Pollutant.values()[each % 6], each / 6 / stations, random));
    }
    return some;
  }

  private void find(List<Reading> asked) {
    long wanted = asked.stream().map(Reading::identity).distinct().count();
    int found = store.readings().find(asked).size();
    if (found != wanted) {
      throw new IllegalStateException(found + " found of " + wanted);
    }
  }

  private void year() {
    var query = new ReadingQuery("2480A", null, null, null, null, null);
    int items = store.readings().list(query, Paging.first(100_000)).items().size();
    if (items != HOURS * 6) {
      throw new IllegalStateException(items + " listed");
    }
  }

  private static double timed(Runnable work) {
    long start = System.nanoTime();
    work.run();
    return Duration.ofNanos(System.nanoTime() - start).toNanos() / 1e9;
  }
}
