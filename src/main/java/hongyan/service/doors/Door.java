package hongyan.service.doors;

import hongyan.pipelines.air.Reading;
import hongyan.pipelines.records.Topics;
import hongyan.service.doors.archives.Archive;
import hongyan.service.doors.archives.ArchiveLimits;
import hongyan.service.doors.checks.KnownPlaces;
import hongyan.service.doors.checks.Stamp;
import hongyan.service.doors.forms.BodyFault;
import hongyan.service.doors.forms.BodyText;
import hongyan.service.doors.forms.Item;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes whole bodies: parses, checks, leaves out what is known, puts the rest and the refusals onto
 * the log, and only then answers. Thread-safe.
 */
public final class Door {
  static final String HTTP = "http";
  private static final Logger LOGGER = LoggerFactory.getLogger(Door.class);
  private static final Object UNPACKING = new Object();
  private static final int LONGEST_BINARY = 48 * 1024;

  private final String name;
  private final RecordLog log;
  private final Supplier<KnownPlaces> places;
  private final KnownRecords known;
  private final Clock clock;
  private final ArrivalClock arrivals;

  /**
   * What one message held that another door has taken apart itself; nothing of it is checked yet.
   *
   * @param body SHA-256 of the message, lower-case hex
   * @param items what may become records
   * @param refused what could not even become an item
   */
  public record Parcel(String body, List<Item> items, List<Refusal> refused) {}

  /**
   * @param name what receipts and rejects call it
   * @param places gives the present state of the reference data, asked once for each body
   */
  public Door(
      String name,
      RecordLog log,
      Supplier<KnownPlaces> places,
      KnownRecords known,
      Clock clock,
      ArrivalClock arrivals) {
    this.name = name;
    this.log = log;
    this.places = places;
    this.known = known;
    this.clock = clock;
    this.arrivals = arrivals;
  }

  /** Returns a door of another name beside this one: the same checks, identities and rejects. */
  public Door named(String other) {
    return new Door(other, log, places, known, clock, arrivals);
  }

  /**
   * Takes readings out of many messages in one write to the log.
   *
   * @param besides what is written to the log together with them
   * @throws LogUnavailable when the log does not take it; sending it again is safe
   */
  public void takeReadings(List<Parcel> parcels, List<RecordLog.Entry> besides) {
    Kind<Reading> kind = new ReadingKind();
    KnownPlaces city = places.get();
    List<RecordLog.Entry> entries = new ArrayList<>(besides);
    List<Reading> readings = new ArrayList<>();
    for (Parcel parcel : parcels) {
      Intake<Reading> intake = new Intake<>(kind.check(city), stamp(parcel.body(), city));
      parcel.items().forEach(intake::item);
      parcel.refused().forEach(intake::refused);
      readings.addAll(intake.records());
      intake.refusals().forEach(each -> addRejects(kind, parcel.body(), each, entries));
    }
    for (Reading reading : NewRecords.of(kind, readings, known)) {
      entries.add(new RecordLog.Entry(kind.topic(), kind.key(reading), reading));
    }
    if (!entries.isEmpty()) {
      log.append(entries);
    }
  }

  /** Returns what the records of one message have in common. */
  public Stamp stamp(String body) {
    return stamp(body, places.get());
  }

  private Stamp stamp(String body, KnownPlaces city) {
    return new Stamp(name, clock.instant(), body, city.end(), arrivals::next);
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
    Intake<R> intake = new Intake<>(kind.check(city), stamp(sha256, city));
    try {
      read(kind, type, body, city, intake);
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
    tell(kind, sha256, intake.refusals());
    return Answer.of(intake, changes.size(), language);
  }

  private static <R> void read(
      Kind<R> kind, ContentType type, byte[] body, KnownPlaces places, ItemSink sink) {
    if (type.form() == Form.ARCHIVE) {
      readArchive(kind, body, sink);
    } else {
      readText(kind, type.form(), BodyText.decode(body, type.charset()), places, sink);
    }
  }

  /** One after the other: what is unpacked can be many times what was sent. */
  private static void readArchive(Kind<?> kind, byte[] body, ItemSink sink) {
    synchronized (UNPACKING) {
      Archive.read(body, ArchiveLimits.USUAL, kind.fields(), sink);
    }
  }

  private static <R> void readText(
      Kind<R> kind, Form form, String text, KnownPlaces places, ItemSink sink) {
    switch (form) {
      case JSON -> JsonForm.readDocument(text, kind.fields(), sink);
      case NDJSON -> JsonForm.readLines(text, kind.fields(), sink);
      case CSV -> kind.readTable(Table.ofCommas(text), places, sink);
      case TSV -> kind.readTable(Table.ofTabs(text), places, sink);
      case ARCHIVE -> throw new IllegalStateException("an archive is no text");
    }
  }

  /** One line a body: the refusals themselves are kept, and a bad body may have thousands. */
  private void tell(Kind<?> kind, String sha256, List<Refusal> refusals) {
    if (!refusals.isEmpty()) {
      Refusal first = refusals.get(0);
      LOGGER
          .atInfo()
          .addKeyValue("door", name)
          .addKeyValue("kind", kind.name())
          .addKeyValue("body", sha256)
          .addKeyValue("refused", refusals.size())
          .addKeyValue("firstLine", first.line())
          .addKeyValue("firstRule", first.faults().get(0).rule().code())
          .log("records were refused");
    }
  }

  private void addRejects(
      Kind<?> kind, String sha256, Refusal refusal, List<RecordLog.Entry> entries) {
    for (Fault fault : refusal.faults()) {
      Reject reject =
          Reject.of(
              name, kind.name(), arrivals.next(), sha256, refusal.line(), refusal.raw(), fault);
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
    if (type.form() == Form.ARCHIVE) {
      return binary(body);
    }
    return switch (fault.fault().rule()) {
      case MALFORMED_ENCODING, GBK_NOT_UTF_8 -> binary(body);
      default -> new String(body, type.charset());
    };
  }

  private static String binary(byte[] body) {
    return "base64:"
        + Base64.getEncoder()
            .encodeToString(Arrays.copyOf(body, Math.min(body.length, LONGEST_BINARY)));
  }
}
