package hongyan.pipelines.series;

import static hongyan.pipelines.series.Columns.getText;
import static hongyan.pipelines.series.Columns.setText;
import static hongyan.pipelines.series.Cursor.Key.TEXT;

import hongyan.geo.place.CivilTime;
import hongyan.geo.species.Species;
import hongyan.pipelines.birds.BirdCount;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts in a table of the database. */
final class CountTable implements Counts {

  private static final String UPSERT =
      "INSERT INTO bird_count (subject_kind, subject, species, date, hour, records,"
          + " individuals, uncounted, unknown) VALUES (?,?,?,?,?,?,?,?,?)"
          + " ON CONFLICT (subject_kind, subject, species, date, hour) DO UPDATE SET"
          + " records=excluded.records, individuals=excluded.individuals,"
          + " uncounted=excluded.uncounted, unknown=excluded.unknown";

  private final SeriesDatabase database;

  CountTable(SeriesDatabase database) {
    this.database = database;
  }

  @Override
  public void write(List<BirdCount> counts) {
    database.write(
        connection ->
            Batch.write(connection, UPSERT, Batch.last(counts, CountTable::key), CountTable::bind));
  }

  @Override
  public Page<CountTotal> list(CountQuery query, Paging paging) {
    String period =
        switch (query.per()) {
          case HOUR -> "date || CASE WHEN hour < 10 THEN ' 0' ELSE ' ' END || hour";
          case DAY -> "date";
          case MONTH -> "substr(date, 1, 7)";
        };
    var select =
        new Select(
                "* FROM (SELECT subject_kind, subject, species, "
                    + period
                    + " AS period, sum(records) AS records, sum(individuals) AS individuals,"
                    + " sum(uncounted) AS uncounted, sum(unknown) AS unknown"
                    + " FROM bird_count")
            .and("subject_kind = ?", query.subjectKind())
            .and("subject = ?", query.subject())
            .and("species = ?", accepted(query.species()))
            .and("date >= ?", query.from())
            .and("date <= ?", query.to())
            .and("hour >= ?", query.per() == CountQuery.Per.HOUR ? 1 : null)
            .then("GROUP BY 1, 2, 3, 4 HAVING sum(records) > 0 OR sum(unknown) > 0) AS totals");
    if (paging.cursor() != null) {
      // The inner query has its WHERE; this is the outer one's.
      select.outer(
          "(period, subject, species) < (?, ?, ?)",
          Cursor.parse(paging.cursor(), TEXT, TEXT, TEXT));
    }
    select.then("ORDER BY period DESC, subject DESC, species DESC");
    return database.read(c -> select.page(c, paging, CountTable::read, CountTable::cursorOf));
  }

  @Override
  public List<String> listSpecies() {
    return database.read(
        c ->
            new Select("DISTINCT species FROM bird_count WHERE records > 0 ORDER BY species")
                .list(c, row -> getText(row, 1)));
  }

  private static List<Object> key(BirdCount count) {
    return List.of(
        count.subjectKind(),
        count.subject(),
        count.scientificName(),
        count.date(),
        label(count.date(), count.hour()));
  }

  private static void bind(PreparedStatement statement, BirdCount count) throws SQLException {
    setText(statement, 1, count.subjectKind());
    setText(statement, 2, count.subject());
    setText(statement, 3, count.scientificName());
    setText(statement, 4, count.date());
    statement.setInt(5, label(count.date(), count.hour()));
    statement.setInt(6, count.records());
    statement.setLong(7, count.individuals());
    statement.setInt(8, count.uncounted());
    statement.setInt(9, count.unknown());
  }

  /** Species are counted under the name of the project's table; any name of theirs finds them. */
  static @Nullable String accepted(@Nullable String name) {
    return name == null ? null : Species.load().accepted(name);
  }

  static int label(String date, @Nullable Instant hour) {
    if (hour == null) {
      return 0;
    }
    Instant midnight = LocalDate.parse(date).atStartOfDay(CivilTime.ZONE).toInstant();
    return Math.toIntExact(Duration.between(midnight, hour).toHours());
  }

  private static CountTotal read(ResultSet row) throws SQLException {
    return new CountTotal(
        getText(row, 1),
        getText(row, 2),
        getText(row, 3),
        period(getText(row, 4)),
        row.getLong(5),
        row.getLong(6),
        row.getLong(7),
        row.getLong(8));
  }

  static String period(String stored) {
    int space = stored.indexOf(' ');
    if (space < 0) {
      return stored;
    }
    ZonedDateTime midnight =
        LocalDate.parse(stored.substring(0, space)).atStartOfDay(CivilTime.ZONE);
    ZonedDateTime hour = midnight.plusHours(Integer.parseInt(stored.substring(space + 1)));
    return hour.format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
  }

  static String cursorOf(CountTotal total) {
    String period = total.period();
    if (period.length() > 10) {
      ZonedDateTime hour = ZonedDateTime.parse(period).withZoneSameInstant(CivilTime.ZONE);
      // Hour 24:00 is labelled by the day that it ends.
      LocalDate date = hour.minusNanos(1).toLocalDate();
      period = "%s %02d".formatted(date, label(date.toString(), hour.toInstant()));
    }
    return Cursor.of(period, total.subject(), total.scientificName());
  }
}
