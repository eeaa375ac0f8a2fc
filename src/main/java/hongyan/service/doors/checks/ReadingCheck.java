package hongyan.service.doors.checks;

import hongyan.pipelines.air.Averaging;
import hongyan.pipelines.air.Flag;
import hongyan.pipelines.air.Pollutant;
import hongyan.pipelines.air.Reading;
import hongyan.service.doors.forms.FieldNames;
import hongyan.service.doors.forms.Item;
import hongyan.service.doors.rejects.Rule;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Checks an air reading. The range of a value, -50 to 10,000 µg/m³ and for CO -50 to 500 mg/m³,
 * only keeps out what no instrument reports (slightly negative values do occur near zero); whether
 * a value is plausible is a later question, and such a value is flagged, not lost.
 */
public final class ReadingCheck implements Check<Reading> {
  public static final String USUAL_HEADER = "station,time,pollutant,value,unit,flag,averaging";
  public static final FieldNames FIELDS =
      new FieldNames(
          Set.of("station", "time", "pollutant", "value", "unit", "flag", "averaging", "modified"),
          List.of("station", "time", "pollutant", "value", "unit"),
          USUAL_HEADER);

  private static final Map<String, Pollutant> POLLUTANTS =
      byName(Pollutant.values(), p -> p.code());
  private static final Map<String, Flag> FLAGS = byName(Flag.values(), Flag::name);
  private static final Map<String, Averaging> AVERAGINGS =
      byName(Averaging.values(), Averaging::name);

  /** The spellings of µg/m³: with the micro sign, with the Greek letter, in ASCII. */
  private static final Set<String> MICROGRAMS =
      Set.of("\u00B5g/m³", "\u03BCg/m³", "ug/m³", "\u00B5g/m3", "\u03BCg/m3", "ug/m3");

  private static final Set<String> MILLIGRAMS = Set.of("mg/m³", "mg/m3");
  private static final BigDecimal LEAST = BigDecimal.valueOf(-50);
  private static final BigDecimal MOST = BigDecimal.valueOf(10_000);
  private static final BigDecimal MOST_CO = BigDecimal.valueOf(500);

  private final KnownPlaces places;

  public ReadingCheck(KnownPlaces places) {
    this.places = places;
  }

  @Override
  public Checked<Reading> check(Item item, Stamp stamp) {
    FieldReader fields = new FieldReader(item, stamp.now());
    String station = station(fields);
    Pollutant pollutant = word(fields, "pollutant", POLLUTANTS, null, Rule.UNKNOWN_POLLUTANT);
    Averaging averaging =
        word(fields, "averaging", AVERAGINGS, Averaging.PT1H, Rule.UNKNOWN_AVERAGING);
    Flag flag = word(fields, "flag", FLAGS, Flag.N, Rule.UNKNOWN_FLAG);
    Instant time = time(fields, averaging);
    unit(fields, pollutant);
    BigDecimal value = value(fields, pollutant);
    Instant modified = fields.modified();
    return fields.isClean()
        ? Checked.accepted(
            new Reading(
                station, pollutant, averaging, time, value, flag, stamp.receipt(item, modified)))
        : Checked.refused(fields.faults());
  }

  private @Nullable String station(FieldReader fields) {
    String station = fields.requiredText("station", FieldReader.ID_LENGTH);
    if (station != null && !places.isStation(station)) {
      fields.refuse("station", station, Rule.UNKNOWN_STATION, "1");
    }
    return station;
  }

  private static @Nullable Instant time(FieldReader fields, @Nullable Averaging averaging) {
    Instant time = fields.requiredMoment("time");
    if (time != null && averaging != null) {
      boolean aligned =
          time.getNano() == 0
              && Math.floorMod(time.getEpochSecond(), averaging.minutes() * 60) == 0;
      if (!aligned) {
        fields.refuse("time", time.toString(), Rule.TIME_NOT_ALIGNED, averaging.name());
      }
    }
    return time;
  }

  static void unit(FieldReader fields, @Nullable Pollutant pollutant) {
    String unit = fields.requiredText("unit", FieldReader.NAME_LENGTH);
    if (unit == null || pollutant == null) {
      return;
    }
    Set<String> spellings = pollutant == Pollutant.CO ? MILLIGRAMS : MICROGRAMS;
    if (!spellings.contains(unit)) {
      fields.refuse("unit", unit, Rule.WRONG_UNIT, pollutant.code() + ": " + pollutant.unit());
    }
  }

  private static @Nullable BigDecimal value(FieldReader fields, @Nullable Pollutant pollutant) {
    BigDecimal value = fields.requiredDecimal("value", Rule.NOT_A_NUMBER);
    BigDecimal most = pollutant == Pollutant.CO ? MOST_CO : MOST;
    if (value != null && (value.compareTo(LEAST) < 0 || value.compareTo(most) > 0)) {
      String range = "[" + LEAST + ", " + most + "]";
      fields.refuse("value", value.toString(), Rule.VALUE_OUT_OF_RANGE, range);
    }
    return value;
  }

  /**
   * Returns the meaning of a word; without the field {@code otherwise}, or a fault if that is null.
   */
  private static <E> @Nullable E word(
      FieldReader fields, String field, Map<String, E> words, @Nullable E otherwise, Rule unknown) {
    if (otherwise != null && fields.cell(field) == null) {
      return otherwise;
    }
    String text = fields.requiredText(field, FieldReader.NAME_LENGTH);
    E meaning = text == null ? null : words.get(text);
    if (text != null && meaning == null) {
      String taken = words.keySet().stream().sorted().collect(Collectors.joining(" "));
      fields.refuse(field, text, unknown, taken);
    }
    return meaning;
  }

  private static <E> Map<String, E> byName(E[] values, Function<E, String> name) {
    return Arrays.stream(values).collect(Collectors.toUnmodifiableMap(name, Function.identity()));
  }
}
