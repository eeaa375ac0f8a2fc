package hongyan.service.birds;

import hongyan.pipelines.birds.Occurrence;
import hongyan.pipelines.birds.OccurrenceDecision;
import hongyan.pipelines.birds.PlacedOccurrence;
import hongyan.pipelines.quality.Verdict;
import hongyan.pipelines.records.Topics;
import hongyan.pipelines.series.SeriesStore;
import hongyan.service.accounts.Person;
import hongyan.service.accounts.Role;
import hongyan.service.accounts.WhoAsks;
import hongyan.service.errors.Forbidden;
import hongyan.service.log.RecordLog;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.NoSuchElementException;
import org.springframework.stereotype.Component;

/** Takes decisions on bird records to the log, from where they reach the counts and the list. */
@Component
class OccurrenceDecisions {
  private static final Duration STEP = Duration.ofNanos(1_000);

  private final SeriesStore series;
  private final RecordLog log;
  private final WhoAsks who;
  private final Clock clock;
  private Instant last = Instant.EPOCH;

  OccurrenceDecisions(SeriesStore series, RecordLog log, WhoAsks who, Clock clock) {
    this.series = series;
    this.log = log;
    this.who = who;
    this.clock = clock;
  }

  /**
   * Decides on what the record says now; durable when this returns. Throws {@link Forbidden}
   * without the forestry role, {@link NoSuchElementException} when they see no such record.
   */
  OccurrenceDecision take(String occurrenceID, Verdict verdict, String note) {
    Person person = who.get();
    if (!person.has(Role.FORESTRY)) {
      throw new Forbidden("only the forestry role decides on bird records");
    }
    PlacedOccurrence placed = series.occurrences().find(List.of(occurrenceID)).get(occurrenceID);
    if (placed == null || !person.sees(placed.placement().county())) {
      throw new NoSuchElementException("no bird record " + occurrenceID);
    }
    Occurrence occurrence = placed.occurrence();
    var decision =
        new OccurrenceDecision(
            occurrenceID, occurrence.digest(), verdict, note, person.account(), next());
    log.append(List.of(new RecordLog.Entry(Topics.OCCURRENCE_DECISIONS, occurrenceID, decision)));
    return decision;
  }

  /** Two decisions never have the same moment: the newer is in force. */
  private synchronized Instant next() {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    last = now.isAfter(last) ? now : last.plus(STEP);
    return last;
  }
}
