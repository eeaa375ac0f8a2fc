package hongyan.pipelines.series;

import static hongyan.pipelines.records.RecordFixtures.LITTLE_EGRET;
import static hongyan.pipelines.records.RecordFixtures.time;
import static org.assertj.core.api.Assertions.assertThat;

import hongyan.pipelines.birds.BirdCount;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of counts keeps to, whichever it is. */
abstract class CountsContract {

  private SeriesStore store;

  /** Returns the address of an empty store. */
  abstract SeriesAddress address();

  @BeforeEach
  void open() {
    store = SeriesStore.open(address());
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void sumsCountsByHourDayAndMonth() {
    store
        .counts()
        .write(
            List.of(
                count("2024-10-22", time("2024-10-22T09:00:00+08:00"), 2, 30),
                count("2024-10-22", time("2024-10-23T00:00:00+08:00"), 1, 4),
                count("2024-10-22", null, 1, 5),
                count("2024-10-23", null, 1, 6),
                count("2024-10-24", null, 0, 0)));
    assertThat(totals(CountQuery.Per.HOUR, CountTotal::period))
        .containsExactly("2024-10-23T00:00:00+08:00", "2024-10-22T09:00:00+08:00");
    assertThat(
            totals(CountQuery.Per.DAY, t -> t.period() + " " + t.records() + " " + t.individuals()))
        .containsExactly("2024-10-23 1 6", "2024-10-22 4 39");
    assertThat(totals(CountQuery.Per.MONTH, t -> t.period() + " " + t.individuals()))
        .containsExactly("2024-10 45");
  }

  @Test
  void countsAnHourOnTheDayThatItEndsAlsoInTheYearsOfSummerTime() {
    store
        .counts()
        .write(
            List.of(
                count("1988-04-16", time("1988-04-17T00:00:00+08:00"), 1, 2),
                count("1988-04-17", time("1988-04-17T03:00:00+09:00"), 1, 4),
                count("1988-04-17", null, 1, 8),
                count("1988-09-11", null, 1, 16),
                count("1988-09-11", time("1988-09-12T00:00:00+08:00"), 1, 32)));
    assertThat(all(query(CountQuery.Per.DAY), 2, t -> t.period() + " " + t.individuals()))
        .containsExactly("1988-09-11 48", "1988-04-17 12", "1988-04-16 2");
  }

  @Test
  void forgetsACountThatIsGone() {
    store.counts().write(List.of(count("2024-10-22", null, 2, 30)));
    store.counts().write(List.of(count("2024-10-22", null, 0, 0)));
    assertThat(all(query(CountQuery.Per.DAY), 5, CountTotal::period)).isEmpty();
    assertThat(store.counts().listSpecies()).isEmpty();
  }

  @Test
  void pagesThroughMonthsSubjectsAndSpecies() {
    var all = new ArrayList<BirdCount>();
    for (String date :
        List.of("2023-01-31", "2024-02-29", "2024-03-01", "2024-03-02", "2024-12-31")) {
      for (String subject : List.of("z 1", "z'2", "湿地")) {
        for (String species : List.of("Egretta garzetta", "Ardea cinerea")) {
          all.add(new BirdCount("zone", subject, species, date, null, 1, 3, 1, 2));
        }
      }
    }
    all.add(new BirdCount("county", "431127", "Ardea alba", "2024-03-02", null, 1, 3, 0, 0));
    store.counts().write(all);
    var every = new CountQuery("zone", null, null, null, null, CountQuery.Per.MONTH);
    Function<CountTotal, String> shown =
        t ->
            t.period()
                + t.subject()
                + t.scientificName()
                + t.records()
                + t.uncounted()
                + t.unknown();
    List<String> whole = all(every, 100, shown);
    assertThat(whole).hasSize(24).first().isEqualTo("2024-12湿地Egretta garzetta112");
    assertThat(whole).contains("2024-03z 1Ardea cinerea224");
    assertThat(all(every, 1, shown)).isEqualTo(whole);
    assertThat(all(every, 7, shown)).isEqualTo(whole);
    var part =
        new CountQuery(
            "zone", "z'2", "Ardea cinerea", "2024-02-29", "2024-03-01", CountQuery.Per.DAY);
    assertThat(all(part, 1, CountTotal::period)).containsExactly("2024-03-01", "2024-02-29");
    assertThat(store.counts().listSpecies())
        .containsExactly("Ardea alba", "Ardea cinerea", "Egretta garzetta");
  }

  private static CountQuery query(CountQuery.Per per) {
    return new CountQuery("zone", "flyway-1", LITTLE_EGRET, null, null, per);
  }

  private <R> List<R> all(CountQuery query, int limit, Function<CountTotal, R> shown) {
    var all = new ArrayList<R>();
    Page<CountTotal> page = store.counts().list(query, Paging.first(limit));
    page.items().forEach(t -> all.add(shown.apply(t)));
    while (page.next() != null) {
      page = store.counts().list(query, new Paging(limit, page.next()));
      page.items().forEach(t -> all.add(shown.apply(t)));
    }
    return all;
  }

  private <R> List<R> totals(CountQuery.Per per, Function<CountTotal, R> shown) {
    return all(
        new CountQuery("zone", "flyway-1", LITTLE_EGRET, "2024-10-01", "2024-10-31", per),
        1,
        shown);
  }

  private static BirdCount count(String date, Instant hour, int records, int individuals) {
    return new BirdCount("zone", "flyway-1", LITTLE_EGRET, date, hour, records, individuals, 0, 0);
  }
}
