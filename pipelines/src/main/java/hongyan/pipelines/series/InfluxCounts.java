package hongyan.pipelines.series;

import static hongyan.pipelines.series.Cursor.Key.TEXT;

import hongyan.geo.place.CivilTime;
import hongyan.pipelines.birds.BirdCount;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Counts of birds in an InfluxDB. A series is a subject, a species and whether the hour is known;
 * the time of a point is the end of its hour or day. Sums are made here, month by month: the
 * server's own days are not those of Asia/Shanghai in every year.
 */
final class InfluxCounts implements Counts {

  static final String MEASUREMENT = "bird_count";

  private static final List<String> COLUMNS =
      List.of(
          "subject_kind",
          "subject",
          "species",
          "date",
          "hour",
          "records",
          "individuals",
          "uncounted",
          "unknown");

  /** The order of the lists: period, subject and species, all descending. */
  private record Key(String period, String subject, String species) {
    static final Comparator<Key> ORDER =
        Comparator.comparing(Key::period, InfluxText.ORDER)
            .thenComparing(Key::subject, InfluxText.ORDER)
            .thenComparing(Key::species, InfluxText.ORDER)
            .reversed();
  }

  private final InfluxDatabase database;
  private final InfluxWriter writer;

  InfluxCounts(InfluxDatabase database, InfluxWriter writer) {
    this.database = database;
    this.writer = writer;
  }

  @Override
  public void write(List<BirdCount> counts) {
    writer.write(counts.stream().map(InfluxCounts::point).toList());
  }

  private static InfluxPoint point(BirdCount count) {
    int hour = CountTable.label(count.date(), count.hour());
    Instant hourEnd = count.hour();
    Instant time = hourEnd == null ? midnight(LocalDate.parse(count.date()).plusDays(1)) : hourEnd;
    String key =
        String.join(
            "|",
            count.subjectKind(),
            count.subject(),
            count.scientificName(),
            count.date(),
            Integer.toString(hour));
    return new InfluxPoint(MEASUREMENT, key, time)
        .tag("subject_kind", count.subjectKind())
        .tag("subject", count.subject())
        .tag("species", count.scientificName())
        .tag("hour_known", hourEnd == null ? "no" : "yes")
        .text("date", count.date())
        .whole("hour", hour)
        .whole("records", count.records())
        .whole("individuals", count.individuals())
        .whole("uncounted", count.uncounted())
        .whole("unknown", count.unknown());
  }

  @Override
  public Page<CountTotal> list(CountQuery query, Paging paging) {
    Key last = paging.cursor() == null ? null : key(paging.cursor());
    Instant before = end(query, last);
    var totals = new ArrayList<CountTotal>();
    YearMonth month = newest(query, before);
    while (month != null && totals.size() <= paging.limit()) {
      Map<Key, CountTotal> sums = sums(query, month);
      sums.entrySet().stream()
          .filter(e -> last == null || Key.ORDER.compare(last, e.getKey()) < 0)
          .filter(e -> e.getValue().records() > 0 || e.getValue().unknown() > 0)
          .sorted(Map.Entry.comparingByKey(Key.ORDER))
          .forEach(e -> totals.add(e.getValue()));
      month = newest(query, midnight(month.atDay(1)));
    }
    if (totals.size() <= paging.limit()) {
      return new Page<>(totals, null);
    }
    List<CountTotal> shown = totals.subList(0, paging.limit());
    return new Page<>(shown, CountTable.cursorOf(shown.get(shown.size() - 1)));
  }

  private static Key key(String cursor) {
    List<Object> keys = Cursor.parse(cursor, TEXT, TEXT, TEXT);
    return new Key((String) keys.get(0), (String) keys.get(1), (String) keys.get(2));
  }

  /** Returns the latest moment that a count of the list, or of what is left of it, can have. */
  private static @Nullable Instant end(CountQuery query, @Nullable Key last) {
    if (last != null && last.period().length() >= 7) {
      return midnight(YearMonth.parse(last.period().substring(0, 7)).plusMonths(1).atDay(1));
    }
    return query.to() == null ? null : midnight(LocalDate.parse(query.to()).plusDays(1));
  }

  /** Returns the newest month with counts that end at that moment or before. */
  private @Nullable YearMonth newest(CountQuery query, @Nullable Instant until) {
    var newest = new ArrayList<Instant>();
    database.query(
        select(InfluxSelect.columns(MEASUREMENT, List.of("records")), query)
            .until(until)
            .then("ORDER BY time DESC LIMIT 1"),
        row -> newest.add(row.time()));
    return newest.isEmpty()
        ? null
        : YearMonth.from(newest.get(0).minusMillis(1).atZone(CivilTime.ZONE));
  }

  private Map<Key, CountTotal> sums(CountQuery query, YearMonth month) {
    var sums = new HashMap<Key, CountTotal>();
    database.query(
        select(InfluxSelect.columns(MEASUREMENT, COLUMNS), query)
            .after(midnight(month.atDay(1)))
            .until(midnight(month.plusMonths(1).atDay(1))),
        row -> {
          String date = row.text("date");
          boolean early = query.from() != null && date.compareTo(query.from()) < 0;
          boolean late = query.to() != null && date.compareTo(query.to()) > 0;
          if (!early && !late) {
            sums.merge(key(row, query.per()), total(row, query.per()), InfluxCounts::sum);
          }
        });
    return sums;
  }

  private static InfluxSelect select(InfluxSelect select, CountQuery query) {
    String from = query.from();
    return select
        .tag("subject_kind", query.subjectKind())
        .tag("subject", query.subject())
        .tag("species", CountTable.accepted(query.species()))
        .tag("hour_known", query.per() == CountQuery.Per.HOUR ? "yes" : null)
        .after(from == null ? null : midnight(LocalDate.parse(from)));
  }

  private static Key key(InfluxRow row, CountQuery.Per per) {
    return new Key(stored(row, per), row.tag("subject"), row.tag("species"));
  }

  /** Returns the period as the table of the database orders it. */
  private static String stored(InfluxRow row, CountQuery.Per per) {
    String date = row.text("date");
    return switch (per) {
      case HOUR -> "%s %02d".formatted(date, row.whole("hour"));
      case DAY -> date;
      case MONTH -> date.substring(0, 7);
    };
  }

  private static CountTotal total(InfluxRow row, CountQuery.Per per) {
    return new CountTotal(
        row.tag("subject_kind"),
        row.tag("subject"),
        row.tag("species"),
        CountTable.period(stored(row, per)),
        row.whole("records"),
        row.whole("individuals"),
        row.whole("uncounted"),
        row.whole("unknown"));
  }

  private static CountTotal sum(CountTotal a, CountTotal b) {
    return new CountTotal(
        a.subjectKind(),
        a.subject(),
        a.scientificName(),
        a.period(),
        a.records() + b.records(),
        a.individuals() + b.individuals(),
        a.uncounted() + b.uncounted(),
        a.unknown() + b.unknown());
  }

  @Override
  public List<String> listSpecies() {
    var species = new ArrayList<String>();
    database.query(
        InfluxSelect.of(MEASUREMENT, "max(\"records\") AS most").then("GROUP BY \"species\""),
        row -> {
          if (row.whole("most") > 0) {
            species.add(row.tag("species"));
          }
        });
    return species.stream().sorted(InfluxText.ORDER).toList();
  }

  private static Instant midnight(LocalDate date) {
    return date.atStartOfDay(CivilTime.ZONE).toInstant();
  }
}
