package hongyan.service.quality;

import hongyan.pipelines.air.Reading;
import hongyan.pipelines.quality.Decision;
import hongyan.pipelines.records.Topics;
import hongyan.pipelines.series.Paging;
import hongyan.pipelines.series.ReadingQuery;
import hongyan.pipelines.series.Scope;
import hongyan.pipelines.series.SeriesStore;
import hongyan.service.accounts.Person;
import hongyan.service.log.RecordLog;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.NoSuchElementException;
import org.springframework.stereotype.Component;

/** Takes decisions to the log, from where they reach the figures and the list of decisions. */
@Component
class Decisions {
  private static final int AVERAGINGS = 10;
  private static final Duration STEP = Duration.ofNanos(1_000);

  private final SeriesStore series;
  private final RecordLog log;
  private final Clock clock;
  private Instant last = Instant.EPOCH;

  Decisions(SeriesStore series, RecordLog log, Clock clock) {
    this.series = series;
    this.log = log;
    this.clock = clock;
  }

  /**
   * Decides on the reading's present value; durable when this returns. Throws {@link
   * NoSuchElementException} when there is no such reading in the counties of {@code person}.
   */
  Decision take(DecisionForm.Checked form, Person person) {
    Reading reading = reading(form, person.scope());
    var decision =
        new Decision(
            form.station(),
            form.pollutant(),
            form.averaging(),
            form.time(),
            reading.value(),
            form.verdict(),
            form.note(),
            person.account(),
            next());
    log.append(List.of(new RecordLog.Entry(Topics.DECISIONS, decision.reading(), decision)));
    return decision;
  }

  private Reading reading(DecisionForm.Checked form, Scope scope) {
    var query =
        new ReadingQuery(
            form.station(), null, null, form.pollutant(), form.time(), form.time().plus(STEP));
    return series.readings().list(query, Paging.first(AVERAGINGS)).items().stream()
        .filter(placed -> scope.covers(placed.placement().county()))
        .map(placed -> placed.reading())
        .filter(reading -> reading.averaging() == form.averaging())
        .findFirst()
        .orElseThrow(
            () ->
                new NoSuchElementException(
                    "no reading of %s at %s for %s, %s"
                        .formatted(
                            form.pollutant().code(),
                            form.station(),
                            form.time(),
                            form.averaging())));
  }

  /** Two decisions never have the same moment: the newer is in force. */
  private synchronized Instant next() {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    last = now.isAfter(last) ? now : last.plus(STEP);
    return last;
  }
}
