package hongyan.pipelines.series;

import static hongyan.pipelines.series.Cursor.Key.NUMBER;
import static hongyan.pipelines.series.Cursor.Key.TEXT;

import hongyan.pipelines.air.Averaging;
import hongyan.pipelines.air.Flag;
import hongyan.pipelines.air.PlacedReading;
import hongyan.pipelines.air.Pollutant;
import hongyan.pipelines.air.Reading;
import hongyan.pipelines.records.Deletion;
import hongyan.pipelines.records.Json;
import hongyan.pipelines.records.Receipt;
import hongyan.pipelines.records.Topics;
import java.math.BigDecimal;
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
 * Readings in an InfluxDB. A series is a station, pollutant and averaging; {@code exact} is the
 * value as it was sent, {@code value} the same to draw.
 */
final class InfluxReadings implements Readings {

  static final String MEASUREMENT = "reading";

  private static final List<String> COLUMNS =
      List.of(
          "station",
          "pollutant",
          "averaging",
          "exact",
          "flag",
          "county",
          "zones",
          "received",
          "receipt",
          "raw");

  private static final int PER_REWRITE = 5_000;

  /** What of a receipt nothing is sought by. */
  private record Arrival(
      String door,
      Instant receivedAt,
      @Nullable Instant modified,
      String body,
      int line,
      long reference) {}

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
            COLUMNS,
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
    Receipt r = reading.receipt();
    var arrival =
        new Arrival(r.door(), r.receivedAt(), r.modified(), r.body(), r.line(), r.reference());
    return new InfluxPoint(MEASUREMENT, reading.identity(), reading.time())
        .tag("station", reading.station())
        .tag("pollutant", reading.pollutant().name())
        .tag("averaging", reading.averaging().name())
        .number("value", reading.value().doubleValue())
        .text("exact", reading.value().toString())
        .text("flag", reading.flag().name())
        .text("county", placed.placement().county())
        .text("zones", Columns.zones(placed.placement()))
        .whole("received", Columns.micros(r.receivedAt()))
        .text("receipt", Json.MAPPER.writeValueAsString(arrival))
        .raw(deleted.of("reading", r));
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
    var found = new HashMap<String, PlacedReading>();
    List<InfluxSelect> selects =
        InfluxLookup.of(asked).stream()
            .map(part -> part.of(InfluxSelect.columns(MEASUREMENT, COLUMNS)))
            .toList();
    database.query(
        selects,
        row -> {
          String identity = identity(row);
          if (identities.contains(identity)) {
            found.put(identity, read(row));
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

  /** Returns points that have nothing but a raw text's hash: every other field stays as it is. */
  private List<InfluxPoint> hashed(long receivedBefore, @Nullable Instant from) {
    var points = new ArrayList<InfluxPoint>();
    database.query(
        InfluxSelect.columns(MEASUREMENT, List.of("station", "pollutant", "averaging", "raw"))
            .from(from)
            .and("\"received\" < " + receivedBefore)
            .and("\"raw\" !~ /^" + DeletedRaw.MARK + "/")
            .then("ORDER BY time LIMIT " + PER_REWRITE),
        row ->
            points.add(
                new InfluxPoint(MEASUREMENT, identity(row), row.time())
                    .tag("station", row.tag("station"))
                    .tag("pollutant", row.text("pollutant"))
                    .tag("averaging", row.text("averaging"))
                    .raw(DeletedRaw.hashed(row.text("raw")))));
    return points;
  }

  private static String identity(InfluxRow row) {
    return Reading.identity(
        row.tag("station"),
        Pollutant.valueOf(row.text("pollutant")),
        Averaging.valueOf(row.text("averaging")),
        row.time());
  }

  private static PlacedReading read(InfluxRow row) {
    Arrival a = Json.MAPPER.readValue(row.text("receipt"), Arrival.class);
    var receipt =
        new Receipt(
            a.door(),
            a.receivedAt(),
            a.modified(),
            a.body(),
            a.line(),
            row.text("raw"),
            a.reference());
    var reading =
        new Reading(
            row.tag("station"),
            Pollutant.valueOf(row.text("pollutant")),
            Averaging.valueOf(row.text("averaging")),
            row.time(),
            new BigDecimal(row.text("exact")),
            Flag.valueOf(row.text("flag")),
            receipt);
    return new PlacedReading(
        reading, Columns.placement(row.textOrNull("county"), row.textOrNull("zones")));
  }

  private static List<Object> keys(PlacedReading placed) {
    Reading r = placed.reading();
    return List.of(
        Columns.micros(r.time()), r.station(), r.pollutant().name(), r.averaging().name());
  }
}
