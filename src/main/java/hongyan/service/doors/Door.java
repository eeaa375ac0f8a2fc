package hongyan.service.doors;

import hongyan.pipelines.records.Topics;
import hongyan.service.doors.checks.KnownPlaces;
import hongyan.service.doors.checks.Stamp;
import hongyan.service.doors.forms.BodyFault;
import hongyan.service.doors.forms.BodyText;
import hongyan.service.doors.forms.ItemSink;
import hongyan.service.doors.forms.JsonForm;
import hongyan.service.doors.forms.Table;
import hongyan.service.doors.rejects.Fault;
import hongyan.service.doors.rejects.Language;
import hongyan.service.doors.rejects.Refusal;
import hongyan.service.doors.rejects.Reject;
import hongyan.service.doors.rejects.Sha256;
import hongyan.service.log.LogUnavailable;
import hongyan.service.log.RecordLog;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.Supplier;

/**
 * Takes whole bodies: parses, checks, leaves out what is known, puts the rest and the refusals onto
 * the log, and only then answers. Thread-safe.
 */
public final class Door {
  static final String NAME = "http";
  private static final int LONGEST_BINARY = 48 * 1024;

  private final RecordLog log;
  private final Supplier<KnownPlaces> places;
  private final KnownRecords known;
  private final Clock clock;
  private final ArrivalClock arrivals;

  /**
   * @param places gives the present state of the reference data, asked once for each body
   */
  public Door(
      RecordLog log,
      Supplier<KnownPlaces> places,
      KnownRecords known,
      Clock clock,
      ArrivalClock arrivals) {
    this.log = log;
    this.places = places;
    this.known = known;
    this.clock = clock;
    this.arrivals = arrivals;
  }

  /**
   * Takes one body.
   *
   * @throws BodyFault when none of it can be taken; that too is kept as a reject
   * @throws LogUnavailable when the log does not take it; sending it again is safe
   */
  <R> Answer take(Kind<R> kind, ContentType type, byte[] body, Language language) {
    String sha256 = Sha256.hex(body);
    KnownPlaces city = places.get();
    Stamp stamp = new Stamp(NAME, clock.instant(), sha256, city.end(), arrivals::next);
    Intake<R> intake = new Intake<>(kind.check(city), stamp);
    try {
      read(kind, type.form(), BodyText.decode(body, type.charset()), city, intake);
    } catch (BodyFault fault) {
      keep(kind, sha256, body, type, fault);
      throw fault;
    }
    List<R> changes = NewRecords.of(kind, intake.records(), known);
    List<RecordLog.Entry> entries = new ArrayList<>(changes.size() + intake.refusals().size());
    for (R record : changes) {
      entries.add(new RecordLog.Entry(kind.topic(), kind.key(record), record));
    }
    for (Refusal refusal : intake.refusals()) {
      addRejects(kind, sha256, refusal, entries);
    }
    if (!entries.isEmpty()) {
      kind.secure(changes);
      log.append(entries);
    }
    return Answer.of(intake, changes.size(), language);
  }

  private static <R> void read(
      Kind<R> kind, Form form, String text, KnownPlaces places, ItemSink sink) {
    switch (form) {
      case JSON -> JsonForm.readDocument(text, kind.fields(), sink);
      case NDJSON -> JsonForm.readLines(text, kind.fields(), sink);
      case CSV -> kind.readTable(Table.ofCommas(text), places, sink);
      case TSV -> kind.readTable(Table.ofTabs(text), places, sink);
    }
  }

  private void addRejects(
      Kind<?> kind, String sha256, Refusal refusal, List<RecordLog.Entry> entries) {
    for (Fault fault : refusal.faults()) {
      Reject reject =
          Reject.of(
              NAME, kind.name(), arrivals.next(), sha256, refusal.line(), refusal.raw(), fault);
      entries.add(new RecordLog.Entry(Topics.REJECTS, reject.id(), reject));
    }
  }

  private void keep(Kind<?> kind, String sha256, byte[] body, ContentType type, BodyFault fault) {
    List<RecordLog.Entry> entries = new ArrayList<>(1);
    addRejects(
        kind,
        sha256,
        Refusal.of(fault.line(), verbatim(body, type, fault), fault.fault()),
        entries);
    log.append(entries);
  }

  /** Returns the body as text; where its bytes are no text, the first of them in Base64. */
  private static String verbatim(byte[] body, ContentType type, BodyFault fault) {
    return switch (fault.fault().rule()) {
      case MALFORMED_ENCODING, GBK_NOT_UTF_8 ->
          "base64:"
              + Base64.getEncoder()
                  .encodeToString(Arrays.copyOf(body, Math.min(body.length, LONGEST_BINARY)));
      default -> new String(body, type.charset());
    };
  }
}
