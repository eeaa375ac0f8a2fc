package hongyan.pipelines.series;

import static hongyan.pipelines.records.RecordFixtures.time;
import static org.assertj.core.api.Assertions.assertThat;

import hongyan.pipelines.air.AirFigure;
import hongyan.pipelines.air.Mean;
import hongyan.pipelines.air.Period;
import hongyan.pipelines.air.Pollutant;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of figures keeps to, whichever it is. */
abstract class FiguresContract {

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
  void givesBackAFigureAsItWasWritten() {
    AirFigure day = figure("431102", "2024-10-22", 52);
    AirFigure none =
        new AirFigure(
            "431102",
            Period.DAY,
            time("2024-10-24T00:00:00+08:00"),
            "2024-10-23",
            List.of(new Mean(Pollutant.CO, null, null, 0, false)),
            Map.of(),
            null,
            null,
            List.of(),
            "HJ 633-2012",
            false,
            "no value",
            false);
    store.figures().write(List.of(none, day));
    assertThat(store.figures().listDays("431102", 2024)).containsExactly(day, none);
    assertThat(
            store
                .figures()
                .list(new FigureQuery("431102", Period.DAY, null, day.time()), Paging.first(9))
                .items())
        .containsExactly(day);
    assertThat(
            store
                .figures()
                .list(new FigureQuery(null, Period.HOUR, null, null), Paging.first(9))
                .items())
        .isEmpty();
  }

  @Test
  void replacesAFigureThatHasChanged() {
    store.figures().write(List.of(figure("431102", "2024-10-22", 52)));
    AirFigure changed = figure("431102", "2024-10-22", 53);
    store.figures().write(List.of(changed, changed));
    assertThat(store.figures().listDays("431102", 2024)).containsExactly(changed);
  }

  @Test
  void replacesAFigureByOneWithoutAny() {
    AirFigure day = figure("431102", "2024-10-22", 52);
    var none =
        new AirFigure(
            day.subject(),
            day.period(),
            day.time(),
            day.date(),
            List.of(),
            Map.of(),
            null,
            null,
            List.of(),
            day.standard(),
            false,
            "no value",
            true);
    store.figures().write(List.of(day));
    store.figures().write(List.of(none));
    assertThat(store.figures().listDays("431102", 2024)).containsExactly(none);
    store.figures().write(List.of(day));
    assertThat(store.figures().listDays("431102", 2024)).containsExactly(day);
  }

  @Test
  void pagesThroughTheFiguresOfAllSubjects() {
    var all = new ArrayList<AirFigure>();
    for (int day = 1; day < 20; day++) {
      for (String subject : List.of("431100", "P 01", "北山", "o'clock")) {
        all.add(figure(subject, "2024-10-%02d".formatted(day), day));
      }
    }
    store.figures().write(all);
    var query = new FigureQuery(null, Period.DAY, null, null);
    var seen = new ArrayList<AirFigure>();
    Page<AirFigure> page = store.figures().list(query, Paging.first(7));
    seen.addAll(page.items());
    while (page.next() != null) {
      page = store.figures().list(query, new Paging(7, page.next()));
      seen.addAll(page.items());
    }
    Comparator<AirFigure> order =
        Comparator.comparing(AirFigure::time).thenComparing(AirFigure::subject, InfluxText.ORDER);
    assertThat(seen).containsExactlyElementsOf(all.stream().sorted(order.reversed()).toList());
  }

  @Test
  void listsTheDaysOfOneSubjectWithinBothDates() {
    store
        .figures()
        .write(
            Stream.of("2023-12-31", "2024-01-01", "2024-12-31", "2025-01-01")
                .map(date -> figure("431102", date, 50))
                .toList());
    store.figures().write(List.of(figure("431103", "2024-05-05", 50)));
    assertThat(store.figures().listDays("431102", 2024))
        .extracting(AirFigure::date)
        .containsExactly("2024-01-01", "2024-12-31");
    assertThat(store.figures().listDays("431102", 9999)).isEmpty();
  }

  private static AirFigure figure(String subject, String date, int aqi) {
    return new AirFigure(
        subject,
        Period.DAY,
        time(date + "T00:00:00+08:00").plusSeconds(86_400),
        date,
        List.of(new Mean(Pollutant.PM25, new BigDecimal("36.25"), new BigDecimal("36"), 24, true)),
        Map.of(Pollutant.PM25, aqi, Pollutant.O3, 10),
        aqi,
        2,
        List.of(Pollutant.PM25),
        "HJ 633-2012",
        true,
        null,
        true);
  }
}
