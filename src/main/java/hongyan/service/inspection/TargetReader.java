package hongyan.service.inspection;

import hongyan.geo.law.Words;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads a targets file and refuses it whole, with every fault, when an entry is wrong. */
final class TargetReader {
  private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final Pattern PERIOD = Pattern.compile("\\d{4}(-\\d{4})?");
  private static final Words NONE = new Words("", "");
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private record TargetFile(
      @Nullable List<FixedEntry> targets, @Nullable List<YearlyEntry> yearly) {}

  private record FixedEntry(
      @Nullable String id,
      @Nullable String section,
      @Nullable Words title,
      @Nullable Words lawBasis,
      @Nullable Words department,
      @Nullable String metric,
      @Nullable String period,
      @Nullable BigDecimal target,
      @Nullable BigDecimal declared,
      @Nullable String direction,
      @Nullable BigDecimal baseline,
      @Nullable Words unit,
      @Nullable LocalDate deadline,
      @Nullable String source,
      @Nullable Words document,
      @Nullable Words note,
      @Nullable List<List<String>> sumOf,
      @Nullable LedgerEntry ledger,
      @Nullable Map<String, BigDecimal> counties) {}

  private record LedgerEntry(@Nullable List<String> campaigns, @Nullable String count) {}

  private record YearlyEntry(
      @Nullable String id,
      @Nullable String section,
      @Nullable Words title,
      @Nullable Words lawBasis,
      @Nullable Words department,
      @Nullable String metric,
      @Nullable String direction,
      @Nullable Words unit,
      boolean perCounty,
      boolean gradeTwoLimit,
      @Nullable Words document,
      @Nullable Words note,
      @Nullable Map<String, YearEntry> years) {}

  private record YearEntry(
      @Nullable BigDecimal target,
      @Nullable BigDecimal declared,
      @Nullable LocalDate deadline,
      @Nullable Words document,
      @Nullable Words note) {}

  private final String file;
  private final List<String> faults = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();

  TargetReader(String file) {
    this.file = file;
  }

  Targets read(InputStream in) {
    TargetFile entries = parse(in);
    List<Target> fixed = orEmpty(entries.targets).stream().map(this::fixed).toList();
    List<YearlyTarget> yearly = orEmpty(entries.yearly).stream().map(this::yearly).toList();
    checkSums(fixed);
    if (!faults.isEmpty()) {
      throw new IllegalStateException(file + ": " + String.join("; ", faults));
    }
    return new Targets(fixed, yearly);
  }

  private TargetFile parse(InputStream in) {
    try {
      return MAPPER.readValue(in, TargetFile.class);
    } catch (JacksonException unreadable) {
      throw new IllegalStateException(
          "%s: %s at %s".formatted(file, unreadable.getOriginalMessage(), unreadable.getLocation()),
          unreadable);
    }
  }

  private Target fixed(FixedEntry entry) {
    String id = id(entry.id);
    if (entry.period == null || !PERIOD.matcher(entry.period).matches()) {
      faults.add("%s: period %s, allowed are yyyy and yyyy-yyyy".formatted(id, entry.period));
    }
    return new Target(
        id,
        section(id, entry.section),
        words(id, "title", entry.title),
        words(id, "lawBasis", entry.lawBasis),
        words(id, "department", entry.department),
        text(id, "metric", entry.metric),
        Objects.requireNonNullElse(entry.period, ""),
        null,
        null,
        direction(id, entry.direction, entry.target != null),
        entry.target,
        entry.declared,
        entry.baseline,
        words(id, "unit", entry.unit),
        entry.deadline,
        source(id, entry),
        words(id, "document", entry.document),
        entry.note,
        orEmpty(entry.sumOf),
        entry.ledger == null ? null : ledger(id, entry.ledger),
        Objects.requireNonNullElse(entry.counties, Map.of()));
  }

  private Target.Source source(String id, FixedEntry entry) {
    if ("ledger".equals(entry.source) && entry.ledger != null) {
      return Target.Source.LEDGER;
    }
    if (!"declared".equals(entry.source) || entry.ledger != null) {
      faults.add(
          "%s: unknown source %s, allowed are declared, and ledger with what it counts"
              .formatted(id, entry.source));
    }
    return Target.Source.DECLARED;
  }

  private LedgerCount ledger(String id, LedgerEntry entry) {
    List<String> campaigns = orEmpty(entry.campaigns);
    if (campaigns.isEmpty()) {
      faults.add(id + ": ledger without campaigns");
    }
    return new LedgerCount(
        campaigns,
        LedgerCount.Counted.findByCode(text(id, "ledger.count", entry.count))
            .orElseGet(fault(id + ": unknown count " + entry.count, LedgerCount.Counted.FOUND)));
  }

  private YearlyTarget yearly(YearlyEntry entry) {
    String id = id(entry.id);
    String metric = text(id, "metric", entry.metric);
    if (Metric.find(metric).isEmpty()) {
      faults.add(id + ": unknown metric " + metric);
    }
    Map<Integer, YearlyTarget.Year> years = years(id, entry.years);
    boolean hasTarget =
        entry.gradeTwoLimit || years.values().stream().anyMatch(year -> year.target() != null);
    return new YearlyTarget(
        id,
        section(id, entry.section),
        words(id, "title", entry.title),
        words(id, "lawBasis", entry.lawBasis),
        words(id, "department", entry.department),
        metric,
        direction(id, entry.direction, hasTarget),
        words(id, "unit", entry.unit),
        entry.perCounty,
        entry.gradeTwoLimit,
        words(id, "document", entry.document),
        entry.note,
        years);
  }

  private Map<Integer, YearlyTarget.Year> years(
      String id, @Nullable Map<String, YearEntry> entries) {
    Map<Integer, YearlyTarget.Year> years = new TreeMap<>();
    Objects.requireNonNullElseGet(entries, Map::<String, YearEntry>of)
        .forEach(
            (year, entry) -> {
              if (!year.matches("\\d{4}")) {
                faults.add("%s: %s is no year".formatted(id, year));
                return;
              }
              years.put(
                  Integer.valueOf(year),
                  new YearlyTarget.Year(
                      entry.target, entry.declared, entry.deadline, entry.document, entry.note));
            });
    return years;
  }

  private void checkSums(List<Target> fixed) {
    Set<String> known = new HashSet<>();
    fixed.forEach(each -> known.add(each.id()));
    for (Target each : fixed) {
      for (List<String> parts : each.sumOf()) {
        parts.stream()
            .filter(part -> !known.contains(part))
            .forEach(part -> faults.add("%s: sumOf names unknown %s".formatted(each.id(), part)));
      }
    }
  }

  private String id(@Nullable String id) {
    if (id == null || !ID.matcher(id).matches()) {
      faults.add("id %s is not in kebab-case".formatted(id));
      return "";
    }
    if (!ids.add(id)) {
      faults.add("duplicate id " + id);
    }
    return id;
  }

  private Section section(String id, @Nullable String code) {
    return Section.findByCode(text(id, "section", code))
        .orElseGet(fault(id + ": unknown section " + code, Section.BIRDS));
  }

  private Target.@Nullable Direction direction(
      String id, @Nullable String code, boolean hasTarget) {
    if (code == null) {
      if (hasTarget) {
        faults.add(id + ": a target without a direction");
      }
      return null;
    }
    for (Target.Direction direction : Target.Direction.values()) {
      if (Codes.of(direction).equals(code)) {
        return direction;
      }
    }
    faults.add(id + ": unknown direction " + code);
    return null;
  }

  private Words words(String id, String field, @Nullable Words words) {
    if (words == null) {
      return fault(id + ": missing " + field, NONE).get();
    }
    text(id, field + ".zh", words.zh());
    text(id, field + ".en", words.en());
    return words;
  }

  private String text(String id, String field, @Nullable String text) {
    if (text == null || text.isBlank()) {
      faults.add("%s: missing %s".formatted(id, field));
      return "";
    }
    return text;
  }

  private <T> Supplier<T> fault(String message, T instead) {
    return () -> {
      faults.add(message);
      return instead;
    };
  }

  private static <T> List<T> orEmpty(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }
}
