package hongyan.pipelines.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hongyan.pipelines.air.Averaging;
import hongyan.pipelines.air.Period;
import hongyan.pipelines.air.Pollutant;
import hongyan.pipelines.changes.CauseKind;
import hongyan.pipelines.changes.FigureChange;
import hongyan.pipelines.quality.Decision;
import hongyan.pipelines.quality.Doubt;
import hongyan.pipelines.quality.DoubtNumber;
import hongyan.pipelines.quality.Verdict;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class QualityTablesTest {

  private static final Instant START = Instant.parse("2024-10-22T01:00:00Z");

  @TempDir Path folder;
  @Parameter TestedStore kind;
  private SeriesStore store;

  @BeforeEach
  void open() {
    store = SeriesStore.open(kind.create(folder));
  }

  @AfterEach
  void close() {
    if (store != null) {
      store.close();
    }
  }

  @Test
  void givesBackADoubtAsItWasWritten() {
    Doubt doubt = doubt("P01", "zero", 0, decision(0, Verdict.VALID));
    store.doubts().write(List.of(doubt, doubt));
    assertThat(store.doubts().list(DoubtQuery.ALL, Paging.first(5)).items()).containsExactly(doubt);
  }

  @Test
  void takesADoubtAwayThatNoLongerStands() {
    Doubt gone = doubt("P01", "zero", 0, null);
    Doubt other = doubt("P01", "stuck", 0, null);
    store.doubts().write(List.of(gone, other, gone.gone()));
    assertThat(store.doubts().list(DoubtQuery.ALL, Paging.first(5)).items()).containsExactly(other);
    store.doubts().write(List.of(gone));
    assertThat(store.doubts().list(DoubtQuery.ALL, Paging.first(5)).items()).hasSize(2);
  }

  @Test
  void filtersDoubts() {
    Doubt open = doubt("P01", "zero", 0, null);
    Doubt decided = doubt("P02", "stuck", 3, decision(3, Verdict.INVALID));
    store.doubts().write(List.of(open, decided));
    assertThat(doubts("P01", null, null, null, null, null)).containsExactly(open);
    assertThat(doubts(null, "431127", null, null, null, null)).containsExactly(decided, open);
    assertThat(doubts(null, "431103", null, null, null, null)).isEmpty();
    assertThat(doubts(null, null, "stuck", null, null, null)).containsExactly(decided);
    assertThat(doubts(null, null, null, open.time(), decided.time(), null)).containsExactly(open);
    assertThat(doubts(null, null, null, null, null, true)).containsExactly(decided);
    assertThat(doubts(null, null, null, null, null, false)).containsExactly(open);
  }

  @Test
  void listsAllDecisionsNewestFirst() {
    Decision first = decision(0, Verdict.INVALID);
    Decision second = decided(first, first.decidedAt().plusSeconds(60));
    store.decisions().write(List.of(second, first));
    store.decisions().write(List.of(first));
    assertThat(store.decisions().list("P01", Paging.first(5)).items())
        .containsExactly(second, first);
    assertThat(store.decisions().list("P02", Paging.first(5)).items()).isEmpty();
  }

  @Test
  void givesBackChangesWithAndWithoutValues() {
    FigureChange change = change(0, "PM2.5", "35.5", null);
    FigureChange aqi = change(0, "AQI", null, "50");
    store.changes().write(List.of(change, aqi, change));
    var page = store.changes().list(new ChangeQuery("P01", START, START), Paging.first(5));
    assertThat(page.items()).containsExactly(change, aqi);
    assertThat(list(new ChangeQuery("431100", null, null))).isEmpty();
    assertThat(list(new ChangeQuery(null, START.plusSeconds(1), null))).isEmpty();
  }

  @Test
  void leavesNothingOutBetweenPages() {
    List<Doubt> doubts = new ArrayList<>();
    List<Decision> decisions = new ArrayList<>();
    List<FigureChange> changes = new ArrayList<>();
    for (int hour = 0; hour < 7; hour++) {
      for (String rule : List.of("zero", "stuck")) {
        doubts.add(doubt("P01", rule, hour, null));
      }
      decisions.add(decided(decision(hour, Verdict.VALID), START));
      changes.add(change(hour, "PM2.5", "1", "2"));
    }
    store.doubts().write(doubts);
    store.decisions().write(decisions);
    store.changes().write(changes);
    assertThat(all(paging -> store.doubts().list(DoubtQuery.ALL, paging)))
        .hasSameSizeAs(doubts)
        .containsAll(doubts);
    assertThat(all(paging -> store.decisions().list(null, paging)))
        .hasSameSizeAs(decisions)
        .containsAll(decisions);
    assertThat(all(paging -> store.changes().list(new ChangeQuery(null, null, null), paging)))
        .hasSameSizeAs(changes)
        .containsAll(changes);
  }

  @Test
  void refusesTheCursorOfAnotherList() {
    store.decisions().write(List.of(decision(0, Verdict.VALID), decision(1, Verdict.VALID)));
    String cursor = store.decisions().list(null, Paging.first(1)).next();
    assertThat(cursor).isNotNull();
    assertThatThrownBy(() -> store.readings().list(ReadingQuery.ALL, new Paging(1, cursor)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private List<FigureChange> list(ChangeQuery query) {
    return store.changes().list(query, Paging.first(5)).items();
  }

  private List<Doubt> doubts(
      @Nullable String station,
      @Nullable String county,
      @Nullable String rule,
      @Nullable Instant from,
      @Nullable Instant to,
      @Nullable Boolean decided) {
    var query = new DoubtQuery(station, county, rule, from, to, decided);
    return store.doubts().list(query, Paging.first(10)).items();
  }

  private static <T> List<T> all(Function<Paging, Page<T>> list) {
    List<T> items = new ArrayList<>();
    String cursor = null;
    do {
      Page<T> page = list.apply(new Paging(3, cursor));
      items.addAll(page.items());
      cursor = page.next();
    } while (cursor != null);
    return items;
  }

  private static Doubt doubt(String station, String rule, int hour, @Nullable Decision decision) {
    return new Doubt(
        station,
        "431127",
        Pollutant.CO,
        Averaging.PT1H,
        START.plusSeconds(hour * 3_600L),
        BigDecimal.ZERO,
        rule,
        "1",
        "为零值",
        "is zero",
        List.of(new DoubtNumber("value", BigDecimal.ZERO, "mg/m³")),
        false,
        decision,
        true);
  }

  private static Decision decision(int hour, Verdict verdict) {
    return new Decision(
        "P01",
        Pollutant.CO,
        Averaging.PT1H,
        START.plusSeconds(hour * 3_600L),
        BigDecimal.ZERO,
        verdict,
        "",
        "tester",
        START.plusSeconds(86_400L + hour));
  }

  private static Decision decided(Decision decision, Instant at) {
    return new Decision(
        decision.station(),
        decision.pollutant(),
        decision.averaging(),
        decision.time(),
        decision.value(),
        decision.verdict(),
        decision.note(),
        decision.who(),
        at);
  }

  private static FigureChange change(
      int hour, String item, @Nullable String before, @Nullable String after) {
    return new FigureChange(
        "P01",
        Period.HOUR,
        START.plusSeconds(hour * 3_600L),
        "2024-10-22",
        item,
        before == null ? null : new BigDecimal(before),
        after == null ? null : new BigDecimal(after),
        CauseKind.CORRECTED,
        "P01|PM2.5|PT1H|" + START,
        START.plusSeconds(90_000));
  }
}
