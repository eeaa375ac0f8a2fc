package hongyan.service.evidence;

import hongyan.geo.zones.Zone;
import hongyan.pipelines.air.AirFigure;
import hongyan.pipelines.records.Json;
import hongyan.pipelines.records.Topics;
import hongyan.pipelines.reference.Reference;
import hongyan.service.attachments.Attachment;
import hongyan.service.attachments.AttachmentStore;
import hongyan.service.chain.Chain;
import hongyan.service.chain.Head;
import hongyan.service.chain.Leaf;
import hongyan.service.chain.LogRecords;
import hongyan.service.errors.Conflict;
import hongyan.service.evidence.subject.EvidenceSubject;
import hongyan.service.evidence.verify.Layout;
import hongyan.service.retention.TombstoneStore;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Gathers what a package holds: the records from the log, all the rest from its own keeper. */
final class Gathering {
  /** A record may have several versions, and decisions about it. */
  private static final int MOST_VERSIONS = 4;

  private static final String FIGURES = "figures";
  private static final int FORMER_HEADS = 31;
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private final Chain chain;
  private final LogRecords log;
  private final NamedRecords records;
  private final AttachmentStore attachments;
  private final Supplier<Reference> reference;
  private final ReviewStore reviews;
  private final TombstoneStore tombstones;
  private final Clock clock;
  private final int mostRecords;

  Gathering(
      Chain chain,
      LogRecords log,
      NamedRecords records,
      AttachmentStore attachments,
      Supplier<Reference> reference,
      ReviewStore reviews,
      TombstoneStore tombstones,
      Clock clock,
      int mostRecords) {
    this.chain = chain;
    this.log = log;
    this.records = records;
    this.attachments = attachments;
    this.reference = reference;
    this.reviews = reviews;
    this.tombstones = tombstones;
    this.clock = clock;
    this.mostRecords = mostRecords;
  }

  /**
   * Gathers for one who asks. Throws {@link Conflict} when it would be too much for one package.
   */
  PackageContents gather(EvidenceSubject subject, String by) {
    List<String> missing = new ArrayList<>();
    List<Zone> zones = new ArrayList<>();
    Map<Long, Leaf> leaves = new TreeMap<>();
    Omission omission = omission(subject);
    for (String record : new LinkedHashSet<>(subject.records())) {
      if (omission != null && NamedRecords.isOfDays(record)) {
        continue;
      }
      if (record.startsWith("zone/")) {
        zone(record, zones, missing);
      } else {
        leaves(record, leaves, missing);
      }
      if (leaves.size() > (long) MOST_VERSIONS * mostRecords) {
        throw new Conflict(
            "more than %d versions of records; one package holds no more"
                .formatted((long) MOST_VERSIONS * mostRecords));
      }
    }
    List<PackagedRecord> packaged = records(leaves, missing);
    Head head = chain.sign();
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    return new PackageContents(
        "%s-%s-%s".formatted(subject.kind(), safe(subject.id()), STAMP.format(now)),
        subject,
        now,
        by,
        packaged,
        tables(subject, omission),
        omission,
        files(subject, packaged, missing),
        zones,
        missing,
        reviews.list(subject.kind(), subject.id()),
        head,
        former(head));
  }

  /** Returns a name that may stand in a path, whatever stood in an id. */
  static String safe(String id) {
    String name = id.replaceAll("[^\\p{L}\\p{N}._-]", "_");
    return name.startsWith(".") ? "_" + name : name;
  }

  private void zone(String record, List<Zone> zones, List<String> missing) {
    reference.get().zones().stream()
        .filter(zone -> record.equals("zone/" + zone.id() + "/" + zone.version()))
        .findFirst()
        .ifPresentOrElse(zones::add, () -> missing.add(record + "：该版本不在基础数据中"));
  }

  private void leaves(String name, Map<Long, Leaf> leaves, List<String> missing) {
    AtomicInteger named = new AtomicInteger();
    AtomicInteger found = new AtomicInteger();
    records.each(
        name,
        (topic, identity) -> {
          named.incrementAndGet();
          List<Leaf> versions = chain.listLeaves(topic, identity);
          found.addAndGet(versions.isEmpty() ? 0 : 1);
          add(versions, leaves);
          if (topic.equals(Topics.READINGS)) {
            add(chain.listLeaves(Topics.DECISIONS, identity), leaves);
          }
        });
    if (NamedRecords.isOfDays(name)) {
      if (found.get() < named.get() || named.get() == 0) {
        missing.add("%s：%d 条中有 %d 条入链".formatted(name, named.get(), found.get()));
      }
    } else if (found.get() == 0) {
      missing.add(name + (named.get() == 0 ? "：不是外来记录，见 subject.json" : "：尚未入链"));
    }
  }

  /** Returns what is left out because there are too many records for one package. */
  private @Nullable Omission omission(EvidenceSubject subject) {
    List<String> ofDays = subject.records().stream().filter(NamedRecords::isOfDays).toList();
    if (ofDays.isEmpty() || records.count(subject.records()) <= mostRecords) {
      return null;
    }
    List<String> queries = subject.beside().queries();
    return new Omission(
        records.count(ofDays),
        mostRecords,
        Layout.PAYLOAD + FIGURES + ".json",
        queries.isEmpty()
            ? List.of("/api/v1/%s/%s".formatted(subject.kind(), subject.id()))
            : queries);
  }

  /** Returns the tables of the subject, and the figures of days where they stand for readings. */
  private Map<String, List<?>> tables(EvidenceSubject subject, @Nullable Omission omission) {
    Map<String, List<?>> tables = new TreeMap<>(subject.beside().tables());
    if (omission != null) {
      List<AirFigure> figures =
          Stream.concat(subject.beside().days().stream(), subject.records().stream())
              .filter(NamedRecords::isOfDays)
              .flatMap(name -> records.listFigures(name).stream())
              .distinct()
              .toList();
      tables.put(FIGURES, figures);
    }
    return tables;
  }

  private static void add(List<Leaf> found, Map<Long, Leaf> leaves) {
    found.forEach(leaf -> leaves.put(leaf.index(), leaf));
  }

  private List<PackagedRecord> records(Map<Long, Leaf> leaves, List<String> missing) {
    Map<Long, byte[]> values = log.read(leaves.values());
    Map<String, Integer> lines = new HashMap<>();
    List<PackagedRecord> records = new ArrayList<>();
    for (Leaf leaf : leaves.values()) {
      byte[] value = values.get(leaf.index());
      if (value == null) {
        missing.add("%s 链上第 %d 条".formatted(leaf.topic(), leaf.index()) + goneFromLog(leaf));
      } else {
        records.add(record(leaf, value, lines));
      }
    }
    return records;
  }

  private PackagedRecord record(Leaf leaf, byte[] value, Map<String, Integer> lines) {
    boolean alone = contains(value, '\n');
    String file =
        Layout.RECORDS + leaf.topic() + (alone ? "-" + leaf.index() + ".json" : ".ndjson");
    JsonNode json = json(value);
    JsonNode receipt = json.path("receipt");
    boolean decision = receipt.isMissingNode();
    return new PackagedRecord(
        leaf,
        file,
        alone ? null : lines.merge(leaf.topic(), 1, Integer::sum),
        value,
        receipt.path("door").asString(decision ? json.path("door").asString("") : ""),
        receipt.path("receivedAt").asString(json.path("receivedAt").asString("")),
        receipt.path("raw").asString(json.path("raw").asString("")),
        Standing.whyLeadOnly(leaf.topic(), json, reference.get()).orElse(null));
  }

  private static boolean contains(byte[] value, char sought) {
    for (byte b : value) {
      if (b == sought) {
        return true;
      }
    }
    return false;
  }

  /** What is on the log and no JSON is evidence all the same; it only says nothing about itself. */
  private static JsonNode json(byte[] value) {
    try {
      return Json.MAPPER.readTree(value);
    } catch (JacksonException unreadable) {
      return Json.MAPPER.createObjectNode();
    }
  }

  private List<Attachment> files(
      EvidenceSubject subject, List<PackagedRecord> records, List<String> missing) {
    Set<String> wanted = new LinkedHashSet<>(subject.attachments());
    for (PackagedRecord record : records) {
      json(record.value()).path("attachments").forEach(entry -> wanted.add(entry.asString("")));
    }
    List<Attachment> found = new ArrayList<>();
    for (String sha256 : wanted) {
      attachments
          .find(sha256)
          .ifPresentOrElse(found::add, () -> missing.add("附件 " + sha256 + gone(sha256)));
    }
    return found;
  }

  private String gone(String sha256) {
    return tombstones
        .findAttachment(sha256)
        .map(stone -> "：%s 由 %s 按规则删除：%s".formatted(stone.at(), stone.who(), stone.reason()))
        .orElse("：缺失");
  }

  private String goneFromLog(Leaf leaf) {
    boolean deleted = tombstones.covers(leaf.topic(), leaf.partition(), leaf.offset());
    return deleted ? "：原文已按规则删除，链上留有其哈希" : "：日志中没有原文";
  }

  private List<Head> former(Head head) {
    Map<Long, Head> bySize = new TreeMap<>();
    chain.file().listDayHeads(FORMER_HEADS).stream()
        .filter(day -> day.tree().size() > 0 && day.tree().size() < head.tree().size())
        .forEach(day -> bySize.put(day.tree().size(), day));
    return List.copyOf(bySize.values());
  }
}
