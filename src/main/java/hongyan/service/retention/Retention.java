package hongyan.service.retention;

import hongyan.geo.place.CivilTime;
import hongyan.pipelines.findings.Finding;
import hongyan.pipelines.findings.PlacedFinding;
import hongyan.pipelines.records.Deletion;
import hongyan.pipelines.records.Topics;
import hongyan.pipelines.series.FindingQuery;
import hongyan.pipelines.series.Page;
import hongyan.pipelines.series.Paging;
import hongyan.pipelines.series.Scope;
import hongyan.pipelines.series.SeriesStore;
import hongyan.service.attachments.Attachment;
import hongyan.service.attachments.AttachmentStore;
import hongyan.service.errors.Conflict;
import hongyan.service.log.RecordLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Predicate;

/**
 * Deletes what has been kept long enough, and nothing else. What is left is a tombstone, written
 * before anything goes: a kill between the two leaves a tombstone of what is still there, and the
 * same request again finishes it. Thread-safe.
 */
public final class Retention {
  private static final int PAGE = 1_000;

  private final RetentionSettings settings;
  private final AttachmentStore attachments;
  private final SeriesStore series;
  private final LogRange range;
  private final RecordLog log;
  private final TombstoneStore tombstones;
  private final Predicate<String> isInUse;
  private final Clock clock;

  /**
   * @param isInUse whether what came of the finding with that id is not closed yet
   */
  public Retention(
      RetentionSettings settings,
      AttachmentStore attachments,
      SeriesStore series,
      LogRange range,
      RecordLog log,
      TombstoneStore tombstones,
      Predicate<String> isInUse,
      Clock clock) {
    this.settings = settings;
    this.attachments = attachments;
    this.series = series;
    this.range = range;
    this.log = log;
    this.tombstones = tombstones;
    this.isInUse = isInUse;
    this.clock = clock;
  }

  /** Returns the moment that what is to be deleted was received before. */
  Instant limit() {
    return clock.instant().atZone(CivilTime.ZONE).minusYears(settings.years()).toInstant();
  }

  private String rule() {
    return "kept for %d years".formatted(settings.years());
  }

  /** Deletes an attachment. Throws {@link Conflict} while it has to be kept. */
  public Tombstone deleteAttachment(String sha256, String who, String reason) {
    Attachment attachment =
        attachments
            .find(sha256)
            .orElseThrow(() -> new NoSuchElementException("no attachment " + sha256));
    Instant newest = stored(attachment);
    for (Finding finding : referring(sha256)) {
      Instant received = finding.receipt().receivedAt();
      newest = received.isAfter(newest) ? received : newest;
      if (isInUse.test(finding.findingID())) {
        throw new Conflict("finding %s is not closed".formatted(finding.findingID()));
      }
    }
    if (!newest.isBefore(limit())) {
      throw new Conflict(
          "received %s: kept until %d years have passed".formatted(newest, settings.years()));
    }
    tombstones.add(
        new Tombstone(
            "attachment",
            sha256,
            null,
            null,
            null,
            null,
            attachment.bytes(),
            newest,
            rule(),
            clock.instant().truncatedTo(ChronoUnit.MILLIS),
            who,
            reason));
    attachments.delete(attachment);
    return tombstones.findAttachment(sha256).orElseThrow();
  }

  private static Instant stored(Attachment attachment) {
    try {
      return Files.getLastModifiedTime(attachment.file()).toInstant();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Goes through all findings: deleting is rare, and no index has to be kept for it. */
  private List<Finding> referring(String sha256) {
    List<Finding> referring = new ArrayList<>();
    FindingQuery all = new FindingQuery(null, null, null, null, null, null);
    Paging paging = Paging.first(PAGE);
    while (true) {
      Page<PlacedFinding> page = series.findings().list(Scope.everything(), all, paging);
      page.items().stream()
          .map(PlacedFinding::finding)
          .filter(finding -> finding.attachments().contains(sha256))
          .forEach(referring::add);
      if (page.next() == null) {
        return referring;
      }
      paging = new Paging(PAGE, page.next());
    }
  }

  /**
   * Deletes what one topic of the log received before a moment; one tombstone a partition. The
   * pipelines read the decision from the log and take the raw texts out of the series store.
   */
  public List<Tombstone> deleteRecords(String topic, Instant moment, String who, String reason) {
    Instant before = moment.truncatedTo(ChronoUnit.SECONDS);
    if (before.isAfter(limit())) {
      throw new Conflict("before=%s: the newest that may go is %s".formatted(before, limit()));
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    List<Tombstone> stones = new ArrayList<>();
    List<LogRange.Range> ranges = range.before(topic, before);
    for (LogRange.Range old : ranges) {
      Tombstone stone =
          new Tombstone(
              "records",
              null,
              topic,
              old.partition(),
              old.from(),
              old.to(),
              old.to() - old.from(),
              before,
              rule(),
              now,
              who,
              reason);
      tombstones.add(stone);
      stones.add(stone);
    }
    Deletion decision = new Deletion(topic, before, now, who, reason);
    log.append(List.of(new RecordLog.Entry(Topics.DELETIONS, topic, decision)));
    ranges.forEach(old -> range.delete(topic, old));
    return stones;
  }
}
