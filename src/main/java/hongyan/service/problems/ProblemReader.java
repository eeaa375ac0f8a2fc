package hongyan.service.problems;

import hongyan.geo.law.Words;
import hongyan.geo.place.Counties;
import hongyan.geo.place.County;
import hongyan.geo.place.Position;
import hongyan.service.doors.rejects.Sha256;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes an entry of the texts of its fields, whichever door they come through, or says everything
 * that is wrong with them. Not thread-safe: one reader reads one entry.
 */
final class ProblemReader {
  private static final int LONGEST = 2000;
  private static final Pattern ID = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,63}");
  private static final Pattern SEPARATOR = Pattern.compile("[、,，;；/\\n]+");
  private static final Pattern PROOFS = Pattern.compile("[;；\\n]+");
  private static final Set<String> WHOLE_CITY = Set.of("市本级", "全市", "市级", "city");

  private final Map<ProblemField, String> texts;
  private final List<Campaign> campaigns;
  private final Counties counties;
  private final LocalDate today;
  private final List<ProblemFault> faults = new ArrayList<>();

  ProblemReader(
      Map<ProblemField, String> texts,
      List<Campaign> campaigns,
      Counties counties,
      LocalDate today) {
    this.texts = texts;
    this.campaigns = campaigns;
    this.counties = counties;
    this.today = today;
  }

  List<ProblemFault> faults() {
    return List.copyOf(faults);
  }

  /** Returns the entry, or empty when there are {@link #faults}. */
  Optional<Problem> read() {
    String campaign = campaign();
    String county = county();
    Position position = position();
    String problem = required(ProblemField.PROBLEM);
    LocalDate foundOn = day(ProblemField.FOUND_ON, true);
    Set<ProblemKind> kinds = kinds();
    LocalDate deadline = day(ProblemField.DEADLINE, false);
    ProblemState state = state();
    LocalDate rectifiedOn = day(ProblemField.RECTIFIED_ON, false);
    List<String> evidence = split(text(ProblemField.EVIDENCE), PROOFS);
    checkDays(foundOn, kinds, deadline, rectifiedOn);
    if (state == ProblemState.CLOSED && evidence.isEmpty()) {
      fault(
          ProblemField.EVIDENCE,
          null,
          "closed-without-evidence",
          "已销号的须有佐证材料",
          "a closed problem needs evidence");
    }
    String id = id(campaign, county, problem, foundOn);
    if (!faults.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Problem(
            id,
            campaign,
            county,
            text(ProblemField.PLACE),
            position,
            text(ProblemField.ENTERPRISE),
            problem,
            text(ProblemField.DEPARTMENT),
            text(ProblemField.FOUND_BY),
            Objects.requireNonNull(foundOn),
            kinds,
            deadline,
            state,
            rectifiedOn,
            evidence,
            text(ProblemField.NOTE)));
  }

  private void fault(
      ProblemField field, @Nullable String value, String rule, String zh, String en) {
    faults.add(ProblemFault.of(field, value, rule, zh, en));
  }

  private @Nullable String text(ProblemField field) {
    String text = texts.get(field);
    if (text == null || text.isBlank()) {
      return null;
    }
    if (text.length() > LONGEST) {
      fault(
          field,
          text.substring(0, 50),
          "text-too-long",
          "最多 %d 字".formatted(LONGEST),
          "at most %d characters".formatted(LONGEST));
      return text.substring(0, LONGEST);
    }
    return text.strip();
  }

  private String required(ProblemField field) {
    String text = text(field);
    if (text == null) {
      fault(
          field,
          null,
          "required-field-missing",
          "必填；合并单元格在CSV中只剩第一格，请用XLSX或逐行填写",
          "is required; merged cells do not survive in CSV: use XLSX, or fill in each line");
      return "";
    }
    return text;
  }

  private String campaign() {
    String name = required(ProblemField.CAMPAIGN);
    Optional<Campaign> found = campaigns.stream().filter(each -> each.isCalled(name)).findFirst();
    if (!name.isEmpty() && found.isEmpty()) {
      fault(
          ProblemField.CAMPAIGN,
          name,
          "unknown-campaign",
          "没有这个专项行动，现有："
              + campaigns.stream().map(each -> each.title().zh()).collect(Collectors.joining("、")),
          "no such campaign; there are: "
              + campaigns.stream().map(Campaign::id).collect(Collectors.joining(", ")));
    }
    return found.map(Campaign::id).orElse("");
  }

  private @Nullable String county() {
    String name = required(ProblemField.COUNTY);
    if (name.isEmpty() || WHOLE_CITY.contains(name)) {
      return null;
    }
    Optional<County> county =
        counties.list().stream()
            .filter(each -> each.adcode().equals(name) || isCalled(each, name))
            .findFirst();
    if (county.isEmpty()) {
      fault(
          ProblemField.COUNTY,
          name,
          "unknown-county",
          "不是本市的县市区；市本级的填“市本级”",
          "no county of the city; write 市本级 for the city itself");
    }
    return county.map(County::adcode).orElse(null);
  }

  /** 零陵区 is called 零陵 too; a name of two characters is never cut. */
  private static boolean isCalled(County county, String name) {
    String full = county.name();
    return full.equals(name)
        || full.length() > 2 && full.substring(0, full.length() - 1).equals(name);
  }

  private @Nullable Position position() {
    String lon = text(ProblemField.LON);
    String lat = text(ProblemField.LAT);
    if (lon == null && lat == null) {
      return null;
    }
    try {
      return new Position(
          Double.parseDouble(String.valueOf(lon)), Double.parseDouble(String.valueOf(lat)));
    } catch (IllegalArgumentException wrong) {
      fault(
          lon == null ? ProblemField.LON : ProblemField.LAT,
          lon + " " + lat,
          "coordinate-out-of-range",
          "经纬度不成对或超出范围",
          "longitude and latitude are wanted, both, within the earth");
      return null;
    }
  }

  private Set<ProblemKind> kinds() {
    Set<ProblemKind> kinds = EnumSet.noneOf(ProblemKind.class);
    for (String word : split(required(ProblemField.KIND), SEPARATOR)) {
      Optional<ProblemKind> kind = LedgerWords.kind(word);
      kind.ifPresent(kinds::add);
      if (kind.isEmpty()) {
        unknown(
            ProblemField.KIND, word, Arrays.stream(ProblemKind.values()).map(ProblemKind::words));
      }
    }
    if (kinds.contains(ProblemKind.AT_ONCE) && kinds.contains(ProblemKind.WITH_DEADLINE)) {
      fault(
          ProblemField.KIND,
          text(ProblemField.KIND),
          "contradiction",
          "立行立改与限期整改只能取一",
          "at once or with a deadline, not both");
    }
    return kinds;
  }

  private ProblemState state() {
    String word = text(ProblemField.STATE);
    if (word == null) {
      return ProblemState.FOUND;
    }
    return LedgerWords.state(word)
        .orElseGet(
            () -> {
              unknown(
                  ProblemField.STATE,
                  word,
                  Arrays.stream(ProblemState.values()).map(ProblemState::words));
              return ProblemState.FOUND;
            });
  }

  private void unknown(ProblemField field, String word, Stream<Words> allowed) {
    List<Words> words = allowed.toList();
    fault(
        field,
        word,
        "unknown-word",
        "可用：" + words.stream().map(Words::zh).collect(Collectors.joining("、")),
        "allowed: " + words.stream().map(Words::en).collect(Collectors.joining(", ")));
  }

  private @Nullable LocalDate day(ProblemField field, boolean required) {
    String text = required ? required(field) : text(field);
    if (text == null || text.isEmpty()) {
      return null;
    }
    Optional<LocalDate> day = LedgerDays.read(text);
    if (day.isEmpty()) {
      fault(
          field,
          text,
          "not-a-day",
          "不是完整的日期，如 2024年7月3日、2024-07-03",
          "names no day; as 2024-07-03 or 2024年7月3日");
    }
    return day.orElse(null);
  }

  private void checkDays(
      @Nullable LocalDate foundOn,
      Set<ProblemKind> kinds,
      @Nullable LocalDate deadline,
      @Nullable LocalDate rectifiedOn) {
    if (foundOn != null && foundOn.isAfter(today)) {
      fault(
          ProblemField.FOUND_ON, foundOn.toString(), "in-the-future", "发现时间晚于今天", "is after today");
    }
    if (foundOn != null && deadline != null && deadline.isBefore(foundOn)) {
      fault(
          ProblemField.DEADLINE,
          deadline.toString(),
          "deadline-before-finding",
          "整改期限早于发现时间 " + foundOn,
          "is before the finding on " + foundOn);
    }
    if (foundOn != null && rectifiedOn != null && rectifiedOn.isBefore(foundOn)) {
      fault(
          ProblemField.RECTIFIED_ON,
          rectifiedOn.toString(),
          "rectified-before-finding",
          "整改完成时间早于发现时间 " + foundOn,
          "is before the finding on " + foundOn);
    }
    if (kinds.contains(ProblemKind.WITH_DEADLINE)
        && deadline == null
        && text(ProblemField.DEADLINE) == null) {
      fault(
          ProblemField.DEADLINE,
          null,
          "deadline-missing",
          "限期整改须有整改期限",
          "rectified with a deadline needs one");
    }
  }

  private String id(
      String campaign, @Nullable String county, String problem, @Nullable LocalDate foundOn) {
    String given = text(ProblemField.ID);
    if (given == null) {
      return "p-"
          + hash(
              campaign,
              county,
              text(ProblemField.PLACE),
              text(ProblemField.ENTERPRISE),
              problem,
              foundOn);
    }
    if (!ID.matcher(given).matches()) {
      fault(
          ProblemField.ID,
          given,
          "not-an-id",
          "编号只能用文字、数字和 . _ -，最多 64 位",
          "letters, digits and . _ -, at most 64");
    }
    return given;
  }

  /** What an entry says is what it is, where its ledger gives it no number. */
  private static String hash(@Nullable Object... parts) {
    return Sha256.hex(Arrays.toString(parts)).substring(0, 16);
  }

  private static List<String> split(@Nullable String text, Pattern separator) {
    return text == null
        ? List.of()
        : separator.splitAsStream(text).map(String::strip).filter(part -> !part.isEmpty()).toList();
  }
}
