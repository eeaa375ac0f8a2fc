package hongyan.service.hj212;

import hongyan.geo.place.CivilTime;
import hongyan.pipelines.air.Averaging;
import hongyan.service.doors.forms.Cell;
import hongyan.service.doors.forms.Item;
import hongyan.service.doors.rejects.Fault;
import hongyan.service.doors.rejects.Refusal;
import hongyan.service.doors.rejects.Rule;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes of an upload what the door for readings checks. Pure.
 *
 * <p>Minute data (2051) and hour data (2061) are means, and become readings. {@code DataTime} is
 * the <em>start</em> of their period (HJ 212-2017, 6.6.5); a reading is labelled by its end. What
 * is no mean of a minute or an hour (real-time values 2011, day data 2031, equipment) becomes none
 * and is kept as it came.
 */
final class Uploads {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withResolverStyle(ResolverStyle.STRICT);
  private static final int MOMENT_LENGTH = 14;

  /** What 2025 sends for a value that could not be transmitted; never a concentration. */
  private static final BigDecimal SENTINEL = new BigDecimal("9999.99");

  /** What becomes of an upload. {@code others} are factors of its profile's no concern. */
  record Content(List<Item> items, List<Refusal> refused, List<String> others) {}

  private final Profile profile;
  private final String raw;
  private final List<Item> items = new ArrayList<>();
  private final List<Refusal> refused = new ArrayList<>();
  private final List<String> others = new ArrayList<>();

  private Uploads(Profile profile, String raw) {
    this.profile = profile;
    this.raw = raw;
  }

  /** Returns the averaging of a command's data, or null when they are no readings. */
  static @Nullable Averaging averaging(String command, Profile profile) {
    return switch (command) {
      case "2051" -> profile.minutes();
      case "2061" -> Averaging.PT1H;
      default -> null;
    };
  }

  /**
   * @param raw the frame as it came, which each reading keeps
   */
  static Content content(
      Measurements measurements, Averaging averaging, Profile profile, String raw) {
    Uploads uploads = new Uploads(profile, raw);
    Instant start = moment(measurements.dataTime());
    if (start == null) {
      String given = measurements.dataTime();
      Rule rule = given == null ? Rule.REQUIRED_FIELD_MISSING : Rule.TIME_INVALID;
      uploads.refuse(0, "DataTime", given, rule, "yyyyMMddHHmmss");
    } else {
      Instant end = start.plusSeconds(averaging.minutes() * 60L);
      uploads.factors(measurements, averaging, end);
    }
    return new Content(uploads.items, uploads.refused, uploads.others);
  }

  /** Returns the moment of a {@code DataTime} in Beijing time, or null; milliseconds are cut. */
  static @Nullable Instant moment(@Nullable String dataTime) {
    if (dataTime == null || dataTime.length() < MOMENT_LENGTH) {
      return null;
    }
    try {
      LocalDateTime civil = LocalDateTime.parse(dataTime.substring(0, MOMENT_LENGTH), MOMENT);
      return civil.getYear() < 1 ? null : civil.atZone(CivilTime.ZONE).toInstant();
    } catch (DateTimeException noMoment) {
      return null;
    }
  }

  private void factors(Measurements measurements, Averaging averaging, Instant end) {
    int line = 0;
    for (Map.Entry<String, Map<String, String>> each : measurements.factors().entrySet()) {
      line++;
      Profile.Factor factor = profile.factors().get(each.getKey());
      if (factor == null) {
        others.add(each.getKey());
      } else {
        factor(line, each.getKey(), factor, each.getValue(), averaging, end);
      }
    }
  }

  private void factor(
      int line,
      String code,
      Profile.Factor factor,
      Map<String, String> values,
      Averaging averaging,
      Instant end) {
    String mean = values.get("Avg");
    if (mean == null) {
      refuse(line, code + "-Avg", null, Rule.REQUIRED_FIELD_MISSING, null);
      return;
    }
    Map<String, Cell> cells = new HashMap<>();
    put(cells, "station", profile.station());
    put(cells, "time", end.toString());
    put(cells, "pollutant", factor.pollutant().code());
    put(cells, "averaging", averaging.name());
    put(cells, "unit", factor.pollutant().unit());
    put(cells, "flag", values.getOrDefault("Flag", "N"));
    BigDecimal value = decimal(mean);
    if (value != null && value.compareTo(SENTINEL) == 0) {
      refuse(line, code + "-Avg", mean, Rule.TRANSMISSION_SENTINEL, null);
      return;
    }
    String converted =
        value == null ? mean : factor.unit().convert(value, factor.pollutant()).toPlainString();
    put(cells, "value", converted);
    items.add(new Item(line, raw, code, cells));
  }

  private void refuse(
      int line, String field, @Nullable String value, Rule rule, @Nullable String extra) {
    refused.add(new Refusal(line, raw, 1, List.of(new Fault(field, value, rule, extra))));
  }

  private static void put(Map<String, Cell> cells, String field, String text) {
    cells.put(field, new Cell(Cell.Kind.PLAIN, text));
  }

  /** A value that is no number goes to the check of readings, which says so. */
  private static @Nullable BigDecimal decimal(String text) {
    return text.matches("[+-]?\\d{1,12}(\\.\\d{1,12})?") ? new BigDecimal(text) : null;
  }
}
