package hongyan.pipelines.series;

import static hongyan.pipelines.records.RecordFixtures.ARRIVAL;
import static hongyan.pipelines.records.RecordFixtures.IN_FLYWAY;
import static hongyan.pipelines.records.RecordFixtures.reading;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hongyan.pipelines.air.PlacedReading;
import hongyan.pipelines.records.Deletion;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.AbstractList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresDatabaseTest {

  private static final PlacedReading READING =
      new PlacedReading(reading("P01", "2024-10-22T09:00:00+08:00", "35", 1), IN_FLYWAY);

  @TempDir Path folder;

  @Test
  void opensNewConnectionsAfterTheServerWasKilledAndStartedAgain() {
    try (var server = PostgresServer.startNew();
        var store = SeriesStore.open(TestedStore.address(server.createDatabase()))) {
      store.readings().write(List.of(READING));
      assertThat(count(store)).isOne();
      server.kill();
      assertThatThrownBy(() -> count(store)).isInstanceOf(SeriesException.class);
      assertThatThrownBy(() -> store.readings().write(List.of(READING)))
          .isInstanceOf(SeriesException.class)
          .matches(e -> ((SeriesException) e).mayPass());
      server.start();
      assertThat(count(store)).isOne();
      store.readings().write(List.of(READING));
      assertThat(count(store)).isOne();
    }
  }

  @Test
  void letsNoBatchOverlapADeletion() throws Exception {
    var address = TestedStore.address(PostgresServer.shared().createDatabase());
    var later = ARRIVAL.plusSeconds(100).truncatedTo(ChronoUnit.SECONDS);
    var deletion = List.of(new Deletion("readings", later, later, "li", "到期"));
    try (var store = SeriesStore.open(address)) {
      var deleting = new CompletableFuture<Void>();
      // The batch is gone through after the writer has read what is deleted: nothing, then.
      var batch =
          new AbstractList<PlacedReading>() {
            @Override
            public PlacedReading get(int index) {
              CompletableFuture.runAsync(() -> store.deletions().write(deletion))
                  .whenComplete((done, failure) -> deleting.complete(done));
              awaitWaiting(address, deleting);
              return READING;
            }

            @Override
            public int size() {
              return 1;
            }
          };
      store.readings().write(batch);
      deleting.get();
      assertThat(store.readings().list(ReadingQuery.ALL, Paging.first(5)).items())
          .extracting(item -> item.reading().receipt().raw())
          .singleElement()
          .asString()
          .startsWith(DeletedRaw.MARK);
    }
  }

  @Test
  void isWrittenToByManyAtOnce() {
    var address = TestedStore.address(PostgresServer.shared().createDatabase());
    try (var store = SeriesStore.open(address)) {
      List<CompletableFuture<Void>> writers =
          List.of("A", "B", "C", "D").stream()
              .map(
                  station ->
                      CompletableFuture.runAsync(
                          () -> {
                            for (int hour = 0; hour < 20; hour++) {
                              store.readings().write(List.of(at(station, hour), at("same", hour)));
                            }
                          }))
              .toList();
      writers.forEach(CompletableFuture::join);
      assertThat(count(store)).isEqualTo(5 * 20);
    }
  }

  @Test
  void addsTheColumnsThatAnEarlierVersionDidNotHave() {
    var address = TestedStore.address(PostgresServer.shared().createDatabase());
    SeriesStore.open(address).close();
    var database = SeriesDatabase.open(address);
    for (Schema.Column column : Schema.LATER) {
      database.write(
          c ->
              c.createStatement()
                  .execute("ALTER TABLE " + column.table() + " DROP COLUMN " + column.name()));
    }
    database.release();
    try (var store = SeriesStore.open(address)) {
      assertThat(store.counts().listSpecies()).isEmpty();
      assertThat(columns(SeriesDatabase.open(address))).contains("occurrence.verdict: text C");
    }
  }

  @Test
  void hasTheSameTablesAsSqlite() {
    var postgres =
        SeriesDatabase.open(TestedStore.address(PostgresServer.shared().createDatabase()));
    var sqlite = SeriesDatabase.open(SeriesAddress.of(folder.resolve("series.db")));
    List<String> ours =
        sqlite.read(
            c ->
                new Select(
                        "m.name || '.' || p.name || ': ' || lower(p.type) FROM sqlite_master m"
                            + " JOIN pragma_table_info(m.name) p WHERE m.type = 'table'")
                    .list(c, row -> row.getString(1)));
    assertThat(
            columns(postgres).stream()
                .map(c -> c.replace(" C", "").replaceAll("bigint|boolean", "integer")))
        .containsExactlyInAnyOrderElementsOf(ours);
    assertThat(indexes(postgres, "indexname FROM pg_indexes WHERE indexname NOT LIKE '%_pkey'"))
        .containsExactlyInAnyOrderElementsOf(
            indexes(sqlite, "name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"));
    postgres.release();
    sqlite.release();
  }

  private static List<String> columns(SeriesDatabase postgres) {
    return postgres.read(
        c ->
            new Select(
                    "concat(table_name, '.', column_name, ': ', data_type, ' ' || collation_name)"
                        + " FROM information_schema.columns WHERE table_schema = 'public'")
                .list(c, row -> row.getString(1)));
  }

  private static List<String> indexes(SeriesDatabase database, String select) {
    String and = select.contains("pg_indexes") ? " AND schemaname = 'public'" : "";
    return database.read(c -> new Select(select + and).list(c, row -> row.getString(1)));
  }

  private static PlacedReading at(String station, int hour) {
    String time = "2024-10-22T%02d:00:00+08:00".formatted(hour);
    return new PlacedReading(reading(station, time, "35", hour), IN_FLYWAY);
  }

  private static long count(SeriesStore store) {
    return store.readings().count(ReadingQuery.ALL);
  }

  /** Returns when the deletion waits for the lock, or is done without having waited. */
  private static void awaitWaiting(SeriesAddress address, CompletableFuture<?> deleting) {
    var database = SeriesDatabase.open(address);
    boolean waiting = false;
    while (!waiting && !deleting.isDone()) {
      waiting =
          database.read(
              c ->
                  new Select("1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted")
                          .list(c, row -> row.getInt(1))
                          .size()
                      > 0);
    }
    database.release();
  }
}
