package hongyan.service.evidence;

import hongyan.pipelines.air.AirFigure;
import hongyan.pipelines.air.CivilDay;
import hongyan.pipelines.air.PlacedReading;
import hongyan.pipelines.air.Pollutant;
import hongyan.pipelines.records.Topics;
import hongyan.pipelines.reference.Reference;
import hongyan.pipelines.series.Page;
import hongyan.pipelines.series.Paging;
import hongyan.pipelines.series.ReadingQuery;
import hongyan.pipelines.series.SeriesStore;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds what the names in {@link hongyan.service.evidence.subject.EvidenceSubject} stand for. */
final class NamedRecords {
  private static final int PAGE = 1_000;
  private static final String DAY = "day/";
  private static final String READINGS = "readings/";
  private static final Pattern DAYS =
      Pattern.compile(
          "day/(?<subject>.+)/(?<date>[-\\d]{10})"
              + "|readings/(?<of>.+)/(?<what>\\w+)/(?<from>[-\\d]{10})/(?<to>[-\\d]{10})");
  private static final Map<String, String> TOPICS =
      Map.of(
          "finding", Topics.FINDINGS,
          "occurrence", Topics.OCCURRENCES,
          "reading", Topics.READINGS,
          "casualty", Topics.CASUALTIES,
          "forecast", Topics.FORECASTS);

  private final SeriesStore series;
  private final Supplier<Reference> reference;

  /** Readings of civil days, both inclusive; null for every pollutant. */
  private record Days(String subject, @Nullable Pollutant pollutant, String from, String to) {}

  NamedRecords(SeriesStore series, Supplier<Reference> reference) {
    this.series = series;
    this.reference = reference;
  }

  /** Returns whether the name stands for all readings of one day or several. */
  static boolean isOfDays(String name) {
    return name.startsWith(DAY) || name.startsWith(READINGS);
  }

  /**
   * Hands on topic and identity of every record that the name stands for; none where that is no
   * record from outside. Of readings one page at a time is in memory.
   */
  void each(String name, BiConsumer<String, String> to) {
    if (isOfDays(name)) {
      eachReading(query(days(name)), reading -> to.accept(Topics.READINGS, reading));
      return;
    }
    int cut = name.indexOf('/');
    String topic = TOPICS.get(name.substring(0, Math.max(0, cut)));
    if (topic != null) {
      to.accept(topic, name.substring(cut + 1));
    }
  }

  /** Counts the records of all the names; what several of them stand for counts once. */
  long count(Collection<String> names) {
    // Spans of readings do not overlap: each is of another station or pollutant.
    long spans =
        names.stream()
            .filter(name -> name.startsWith(READINGS))
            .distinct()
            .mapToLong(name -> series.readings().count(query(days(name))))
            .sum();
    Set<String> others = new HashSet<>();
    names.stream()
        .filter(name -> !name.startsWith(READINGS))
        .forEach(name -> each(name, (topic, id) -> others.add(topic + "/" + id)));
    return spans + others.size();
  }

  /** Lists the figures of the days whose readings the name stands for. */
  List<AirFigure> listFigures(String name) {
    Days days = days(name);
    return series.figures().listDays(days.subject(), days.from(), days.to());
  }

  private void eachReading(ReadingQuery query, Consumer<String> to) {
    Paging paging = Paging.first(PAGE);
    while (true) {
      Page<PlacedReading> page = series.readings().list(query, paging);
      page.items().forEach(placed -> to.accept(placed.reading().identity()));
      if (page.next() == null) {
        return;
      }
      paging = new Paging(PAGE, page.next());
    }
  }

  private static Days days(String name) {
    Matcher days = DAYS.matcher(name);
    if (!days.matches()) {
      throw new IllegalArgumentException("no name of readings: " + name);
    }
    String from = days.group("from");
    return days.group("date") == null
        ? new Days(days.group("of"), Pollutant.valueOf(days.group("what")), from, days.group("to"))
        : new Days(days.group("subject"), null, days.group("date"), days.group("date"));
  }

  /** A period belongs to the day that it ends in, midnight to the day that ends with it. */
  private ReadingQuery query(Days days) {
    String subject = days.subject();
    boolean station = reference.get().findStation(subject).isPresent();
    return new ReadingQuery(
        station ? subject : null,
        station || subject.endsWith("00") ? null : subject,
        null,
        days.pollutant(),
        CivilDay.startOf(days.from()).plus(1, ChronoUnit.MICROS),
        CivilDay.endOf(days.to()).plus(1, ChronoUnit.MICROS));
  }
}
