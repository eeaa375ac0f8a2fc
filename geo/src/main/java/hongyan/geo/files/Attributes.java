package hongyan.geo.files;

import static java.util.Map.entry;

import hongyan.geo.place.CivilTime;
import hongyan.geo.zones.Season;
import hongyan.geo.zones.Seasons;
import hongyan.geo.zones.ZoneKind;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads what a feature says about its zone, under the names that offices give their columns. */
final class Attributes {

  private static final Map<String, List<String>> NAMES =
      Map.of(
          "id", List.of("id", "zone", "编号", "代码"),
          "name", List.of("name", "名称"),
          "kind", List.of("kind", "类型", "类别"),
          "validFrom", List.of("validfrom", "valid_from", "生效日期"),
          "validTo", List.of("validto", "valid_to", "失效日期"),
          "seasons", List.of("seasons", "season", "保护时段", "保护重点时段"),
          "document", List.of("document", "文号"),
          "illustrative", List.of("illustrative", "illustrat", "示意"));

  private static final Map<String, ZoneKind> CHINESE_KINDS =
      Map.ofEntries(
          entry("迁飞通道", ZoneKind.FLYWAY),
          entry("迁徙通道", ZoneKind.FLYWAY),
          entry("栖息地", ZoneKind.HABITAT),
          entry("保护地", ZoneKind.RESERVE),
          entry("自然保护地", ZoneKind.RESERVE),
          entry("自然保护区", ZoneKind.RESERVE),
          entry("自然公园", ZoneKind.RESERVE),
          entry("湿地公园", ZoneKind.RESERVE),
          entry("森林公园", ZoneKind.RESERVE),
          entry("禁猎区", ZoneKind.NO_HUNTING_AREA));

  private static final int LONGEST_ID = 100;

  private final JsonNode properties;
  private final ZoneDefaults defaults;
  private final List<ImportFault> faults;

  Attributes(JsonNode properties, ZoneDefaults defaults, List<ImportFault> faults) {
    this.properties = properties;
    this.defaults = defaults;
    this.faults = faults;
  }

  String id() {
    String id = required("id");
    if (id.length() > LONGEST_ID || id.matches(".*[\\s/?#%\\p{Cntrl}].*")) {
      faults.add(
          ImportFault.of(
              "id",
              "text-invalid",
              "'%s': at most %d characters, no blanks and none of / ? # %%"
                  .formatted(id, LONGEST_ID)));
    }
    return id;
  }

  String name() {
    return required("name");
  }

  @Nullable ZoneKind kind() {
    String text = find("kind").orElse("");
    if (text.isEmpty() && defaults.kind() != null) {
      return defaults.kind();
    }
    Optional<ZoneKind> kind =
        ZoneKind.findByCode(text.toLowerCase(Locale.ROOT))
            .or(() -> Optional.ofNullable(CHINESE_KINDS.get(text)));
    if (kind.isEmpty()) {
      faults.add(
          ImportFault.of(
              "kind",
              text.isEmpty() ? "required" : "not-in-vocabulary",
              "'%s': flyway 迁飞通道, habitat 栖息地, reserve 自然保护地, no-hunting-area 禁猎区"
                  .formatted(text)));
    }
    return kind.orElse(null);
  }

  @Nullable Instant validFrom() {
    Optional<String> text = find("validFrom");
    if (text.isEmpty() && defaults.validFrom() == null) {
      faults.add(
          ImportFault.of("validFrom", "required", "is required, there or for the whole file"));
    }
    return text.isEmpty() ? defaults.validFrom() : moment("validFrom", text.get());
  }

  @Nullable Instant validTo(@Nullable Instant from) {
    Instant to = find("validTo").map(text -> moment("validTo", text)).orElse(null);
    if (to != null && from != null && !to.isAfter(from)) {
      faults.add(ImportFault.of("validTo", "ends-before-it-begins", "is not after validFrom"));
    }
    return to;
  }

  @Nullable String document() {
    return find("document").orElse(defaults.document());
  }

  boolean illustrative() {
    return find("illustrative").filter(text -> text.matches("(?i)true|1|yes|是")).isPresent();
  }

  List<Season> seasons() {
    JsonNode given = node("seasons");
    List<Season> seasons = given == null ? defaults.seasons() : seasons(given);
    for (int i = 0; i < seasons.size(); i++) {
      String field = "seasons[%d]".formatted(i);
      Seasons.findFault(seasons.get(i))
          .ifPresent(fault -> faults.add(ImportFault.of(field, "no-such-season", fault)));
    }
    return seasons;
  }

  private List<Season> seasons(JsonNode given) {
    if (!given.isArray()) {
      try {
        return SeasonText.read(given.asString(""));
      } catch (IllegalArgumentException e) {
        faults.add(ImportFault.of("seasons", "no-such-season", String.valueOf(e.getMessage())));
        return List.of();
      }
    }
    List<Season> seasons = new ArrayList<>();
    for (JsonNode each : given) {
      seasons.add(
          new Season(
              each.path("from").asString(""),
              each.path("to").asString(""),
              each.path("hours").asString(null),
              each.path("document").asString(null)));
    }
    return seasons;
  }

  /** A day is its beginning in Asia/Shanghai. */
  private @Nullable Instant moment(String field, String text) {
    try {
      return text.length() == 10
          ? LocalDate.parse(text).atStartOfDay(CivilTime.ZONE).toInstant()
          : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      faults.add(
          ImportFault.of(
              field, "time-invalid", "'%s' is no day and no time with an offset".formatted(text)));
      return null;
    }
  }

  private String required(String field) {
    Optional<String> text = find(field);
    if (text.isEmpty()) {
      faults.add(ImportFault.of(field, "required", "is required"));
    }
    return text.orElse("");
  }

  private Optional<String> find(String field) {
    JsonNode node = node(field);
    return node == null || node.isContainer()
        ? Optional.empty()
        : Optional.of(node.asString("").strip()).filter(text -> !text.isEmpty());
  }

  private @Nullable JsonNode node(String field) {
    List<String> names = NAMES.getOrDefault(field, List.of());
    for (Map.Entry<String, JsonNode> property : properties.properties()) {
      if (names.contains(property.getKey().toLowerCase(Locale.ROOT))
          && !property.getValue().isNull()) {
        return property.getValue();
      }
    }
    return null;
  }
}
