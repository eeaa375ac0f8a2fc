package hongyan.pipelines.series;

import static hongyan.pipelines.series.Cursor.Key.NUMBER;
import static hongyan.pipelines.series.Cursor.Key.TEXT;

import hongyan.pipelines.air.Averaging;
import hongyan.pipelines.air.PlacedReading;
import hongyan.pipelines.air.Reading;
import hongyan.pipelines.records.Deletion;
import hongyan.pipelines.records.Json;
import hongyan.pipelines.records.Receipt;
import hongyan.pipelines.records.Topics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Readings in an InfluxDB. A series is a station, pollutant and averaging; {@code json} is the
 * record, and the only field that is read, since each has its price in every series: the others are
 * to draw ({@code value}) and to filter by.
 */
final class InfluxReadings implements Readings {

  static final String MEASUREMENT = "reading";

  private static final List<String> JSON = List.of("json");
  private static final int PER_REWRITE = 5_000;

  private final InfluxDatabase database;
  private final InfluxWriter writer;
  private final SeriesDatabase store;
  private final InfluxList<PlacedReading> all;

  InfluxReadings(InfluxDatabase database, InfluxWriter writer, SeriesDatabase store) {
    this.database = database;
    this.writer = writer;
    this.store = store;
    this.all =
        new InfluxList<>(
            database,
            MEASUREMENT,
            "value",
            JSON,
            InfluxReadings::read,
            InfluxReadings::keys,
            NUMBER,
            TEXT,
            TEXT,
            TEXT);
  }

  @Override
  public void write(List<PlacedReading> readings) {
    database.deleting().readLock().lock();
    try {
      DeletedRaw before = decided();
      writer.write(points(readings, before));
      DeletedRaw after = decided();
      // Decided elsewhere in the meantime, by a process that may have looked before we wrote.
      if (!after.sameAs(before)) {
        writer.write(points(readings, after));
      }
    } finally {
      database.deleting().readLock().unlock();
    }
  }

  private DeletedRaw decided() {
    return store.read(DeletedRaw::decided);
  }

  private static List<InfluxPoint> points(List<PlacedReading> readings, DeletedRaw deleted) {
    return readings.stream().map(placed -> point(placed, deleted)).toList();
  }

  private static InfluxPoint point(PlacedReading placed, DeletedRaw deleted) {
    Reading reading = placed.reading();
    Receipt receipt = reading.receipt();
    String json = Json.MAPPER.writeValueAsString(placed);
    return new InfluxPoint(MEASUREMENT, reading.identity(), reading.time())
        .tag("station", reading.station())
        .tag("pollutant", reading.pollutant().name())
        .tag("averaging", reading.averaging().name())
        .number("value", reading.value().doubleValue())
        .text("flag", reading.flag().name())
        .text("county", placed.placement().county())
        .text("zones", Columns.zones(placed.placement()))
        .whole("received", Columns.micros(receipt.receivedAt()))
        .json(deleted.of("reading", json, receipt));
  }

  @Override
  public Page<PlacedReading> list(ReadingQuery query, Paging paging) {
    return all.page(select -> filtered(select, query), query.from(), query.to(), paging);
  }

  @Override
  public long count(ReadingQuery query) {
    var counts = new ArrayList<Long>();
    database.query(
        filtered(InfluxSelect.of(MEASUREMENT, "count(\"value\") AS n"), query)
            .from(query.from())
            .before(query.to()),
        row -> counts.add(row.whole("n")));
    return counts.stream().mapToLong(n -> n).sum();
  }

  private static InfluxSelect filtered(InfluxSelect select, ReadingQuery query) {
    return select
        .tag("station", query.station())
        .tag("pollutant", query.pollutant())
        .field("county", query.county())
        .containing("zones", Columns.zoneMark(query.zone()));
  }

  @Override
  public Map<String, PlacedReading> find(Collection<Reading> asked) {
    Set<String> identities = asked.stream().map(Reading::identity).collect(Collectors.toSet());
    List<InfluxSelect> selects =
        InfluxLookup.of(asked).stream()
            .map(part -> part.of(InfluxSelect.columns(MEASUREMENT, JSON)))
            .toList();
    var found = new HashMap<String, PlacedReading>();
    database.query(
        selects,
        row -> {
          PlacedReading placed = read(row);
          String identity = placed.reading().identity();
          if (identities.contains(identity)) {
            found.put(identity, placed);
          }
        });
    return found;
  }

  @Override
  public long removeShort(Instant before) {
    long removed = 0;
    for (Averaging averaging : Averaging.values()) {
      if (averaging.isShort()) {
        removed += remove(averaging, before);
      }
    }
    return removed;
  }

  private long remove(Averaging averaging, Instant before) {
    var counts = new ArrayList<Long>();
    database.query(
        InfluxSelect.of(MEASUREMENT, "count(\"value\") AS n")
            .tag("averaging", averaging)
            .before(before),
        row -> counts.add(row.whole("n")));
    if (!counts.isEmpty()) {
      database.run(
          "DELETE FROM \"%s\" WHERE \"averaging\" = '%s' AND time < %s"
              .formatted(MEASUREMENT, averaging, InfluxText.moment(before)));
    }
    return counts.stream().mapToLong(n -> n).sum();
  }

  /** Puts hashes in the place of the raw texts that a decision is about. */
  void delete(Deletion deletion) {
    if (!deletion.topic().equals(Topics.READINGS)) {
      return;
    }
    Instant from = null;
    List<InfluxPoint> hashed;
    do {
      database.deleting().writeLock().lock();
      try {
        hashed = hashed(Columns.micros(deletion.before()), from);
        if (!hashed.isEmpty() && writer.write(hashed) == hashed.size()) {
          throw new SeriesException(
              database.address(), "does not let the raw texts of readings be deleted", null);
        }
      } finally {
        database.deleting().writeLock().unlock();
      }
      from = hashed.isEmpty() ? null : hashed.get(hashed.size() - 1).time();
    } while (hashed.size() == PER_REWRITE);
  }

  /** Returns points that have nothing but the record: every other field stays as it is. */
  private List<InfluxPoint> hashed(long receivedBefore, @Nullable Instant from) {
    var points = new ArrayList<InfluxPoint>();
    database.query(
        InfluxSelect.columns(MEASUREMENT, JSON)
            .from(from)
            .and("\"received\" < " + receivedBefore)
            .and("\"json\" !~ /\"raw\":\"" + DeletedRaw.MARK + "/")
            .then("ORDER BY time LIMIT " + PER_REWRITE),
        row -> {
          Reading reading = read(row).reading();
          points.add(
              new InfluxPoint(MEASUREMENT, reading.identity(), reading.time())
                  .tag("station", reading.station())
                  .tag("pollutant", reading.pollutant().name())
                  .tag("averaging", reading.averaging().name())
                  .json(DeletedRaw.without(row.text("json"))));
        });
    return points;
  }

  private static PlacedReading read(InfluxRow row) {
    return Json.MAPPER.readValue(row.text("json"), PlacedReading.class);
  }

  private static List<Object> keys(PlacedReading placed) {
    Reading r = placed.reading();
    return List.of(
        Columns.micros(r.time()), r.station(), r.pollutant().name(), r.averaging().name());
  }
}
