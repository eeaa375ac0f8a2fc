package hongyan.service.evidence;

import hongyan.geo.place.CivilTime;
import hongyan.geo.zones.Zone;
import hongyan.pipelines.air.PlacedReading;
import hongyan.pipelines.records.Json;
import hongyan.pipelines.records.Topics;
import hongyan.pipelines.reference.Reference;
import hongyan.pipelines.series.Page;
import hongyan.pipelines.series.Paging;
import hongyan.pipelines.series.ReadingQuery;
import hongyan.pipelines.series.SeriesStore;
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
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Gathers what a package holds: the records from the log, all the rest from its own keeper. */
final class Gathering {
  private static final int MOST_RECORDS = 200_000;
  private static final int FORMER_HEADS = 31;
  private static final int PAGE = 1_000;
  private static final Map<String, String> TOPICS =
      Map.of(
          "finding", Topics.FINDINGS,
          "occurrence", Topics.OCCURRENCES,
          "reading", Topics.READINGS,
          "forecast", Topics.FORECASTS);
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private final Chain chain;
  private final LogRecords log;
  private final SeriesStore series;
  private final AttachmentStore attachments;
  private final Supplier<Reference> reference;
  private final ReviewStore reviews;
  private final TombstoneStore tombstones;
  private final Clock clock;

  Gathering(
      Chain chain,
      LogRecords log,
      SeriesStore series,
      AttachmentStore attachments,
      Supplier<Reference> reference,
      ReviewStore reviews,
      TombstoneStore tombstones,
      Clock clock) {
    this.chain = chain;
    this.log = log;
    this.series = series;
    this.attachments = attachments;
    this.reference = reference;
    this.reviews = reviews;
    this.tombstones = tombstones;
    this.clock = clock;
  }

  /**
   * Gathers for one who asks. Throws {@link Conflict} when it would be too much for one package.
   */
  PackageContents gather(EvidenceSubject subject, String by) {
    List<String> missing = new ArrayList<>();
    List<Zone> zones = new ArrayList<>();
    Map<Long, Leaf> leaves = new TreeMap<>();
    for (String record : new LinkedHashSet<>(subject.records())) {
      if (record.startsWith("zone/")) {
        zone(record, zones, missing);
      } else {
        leaves(record, leaves, missing);
      }
      if (leaves.size() > MOST_RECORDS) {
        throw new Conflict(
            "more than %d records; one package holds no more".formatted(MOST_RECORDS));
      }
    }
    List<PackagedRecord> records = records(leaves, missing);
    Head head = chain.sign();
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    return new PackageContents(
        "%s-%s-%s".formatted(subject.kind(), safe(subject.id()), STAMP.format(now)),
        subject,
        now,
        by,
        records,
        files(subject, records, missing),
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

  private void leaves(String record, Map<Long, Leaf> leaves, List<String> missing) {
    String kind = record.substring(0, Math.max(0, record.indexOf('/')));
    String id = record.substring(record.indexOf('/') + 1);
    Map<String, String> wanted = new LinkedHashMap<>();
    if (kind.equals("day")) {
      readingsOfDay(id).forEach(reading -> wanted.put(reading, Topics.READINGS));
    } else if (TOPICS.containsKey(kind)) {
      wanted.put(id, TOPICS.get(kind));
    }
    int found = 0;
    for (Map.Entry<String, String> entry : wanted.entrySet()) {
      found += add(chain.listLeaves(entry.getValue(), entry.getKey()), leaves);
      if (entry.getValue().equals(Topics.READINGS)) {
        add(chain.listLeaves(Topics.DECISIONS, entry.getKey()), leaves);
      }
    }
    if (found == 0) {
      missing.add(record + (wanted.isEmpty() ? "：不是外来记录，见 subject.json" : "：尚未入链"));
    }
  }

  private static int add(List<Leaf> found, Map<Long, Leaf> leaves) {
    found.forEach(leaf -> leaves.put(leaf.index(), leaf));
    return found.size();
  }

  /** Lists the identities of all readings of a station's or county's day. */
  private Set<String> readingsOfDay(String subjectAndDate) {
    int cut = subjectAndDate.lastIndexOf('/');
    String subject = subjectAndDate.substring(0, Math.max(0, cut));
    LocalDate date = LocalDate.parse(subjectAndDate.substring(cut + 1));
    Instant from = date.atStartOfDay(CivilTime.ZONE).toInstant();
    boolean station = reference.get().findStation(subject).isPresent();
    ReadingQuery query =
        new ReadingQuery(
            station ? subject : null,
            station || subject.endsWith("00") ? null : subject,
            null,
            null,
            from.plus(1, ChronoUnit.MINUTES),
            from.plus(24, ChronoUnit.HOURS).plusSeconds(1));
    Set<String> identities = new LinkedHashSet<>();
    Paging paging = Paging.first(PAGE);
    while (true) {
      Page<PlacedReading> page = series.readings().list(query, paging);
      page.items().forEach(placed -> identities.add(placed.reading().identity()));
      if (page.next() == null) {
        return identities;
      }
      paging = new Paging(PAGE, page.next());
    }
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
