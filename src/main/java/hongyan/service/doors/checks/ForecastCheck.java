package hongyan.service.doors.checks;

import hongyan.geo.place.CivilTime;
import hongyan.pipelines.air.Pollutant;
import hongyan.pipelines.forecasts.Baseline;
import hongyan.pipelines.forecasts.Forecast;
import hongyan.service.doors.forms.FieldNames;
import hongyan.service.doors.forms.Item;
import hongyan.service.doors.rejects.Rule;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Checks a forecast: of a known subject, of the AQI or a pollutant in its own unit, for the day of
 * its issue or one of the seven after it. One that was issued long ago is taken, so that a year of
 * them can be scored; when it reached us is kept beside it.
 */
public final class ForecastCheck implements Check<Forecast> {
  public static final FieldNames FIELDS =
      new FieldNames(
          Set.of(
              "issuer",
              "issuedAt",
              "subject",
              "pollutant",
              "date",
              "value",
              "low",
              "high",
              "unit",
              "modified"),
          List.of("issuer", "issuedAt", "subject", "pollutant", "date"),
          null);

  private static final int DAYS_AHEAD = 7;
  private static final int ISSUER_LENGTH = 100;
  private static final String ITEMS =
      Stream.concat(Stream.of(Forecast.AQI), Arrays.stream(Pollutant.values()).map(Pollutant::code))
          .sorted()
          .collect(Collectors.joining(" "));
  private static final BigDecimal MOST_AQI = BigDecimal.valueOf(500);
  private static final BigDecimal MOST_CO = BigDecimal.valueOf(500);
  private static final BigDecimal MOST = BigDecimal.valueOf(10_000);

  private final KnownPlaces places;
  private final String city;

  /**
   * @param city adcode
   */
  public ForecastCheck(KnownPlaces places, String city) {
    this.places = places;
    this.city = city;
  }

  /** The AQI or a pollutant. */
  private record What(String item, @Nullable Pollutant pollutant) {

    BigDecimal most() {
      if (pollutant == null) {
        return MOST_AQI;
      }
      return pollutant == Pollutant.CO ? MOST_CO : MOST;
    }
  }

  private record Range(BigDecimal low, BigDecimal high) {}

  @Override
  public Checked<Forecast> check(Item item, Stamp stamp) {
    FieldReader fields = new FieldReader(item, stamp.now());
    String issuer = issuer(fields);
    Instant issuedAt = fields.requiredMoment("issuedAt");
    String subject = subject(fields);
    What what = what(fields);
    String date = date(fields, issuedAt);
    unit(fields, what);
    Range range = range(fields, what);
    Instant modified = fields.modified();
    return fields.isClean()
        ? Checked.accepted(
            new Forecast(
                issuer,
                issuedAt,
                subject,
                what.item(),
                date,
                range.low(),
                range.high(),
                stamp.receipt(item, modified)))
        : Checked.refused(fields.faults());
  }

  /** The platform's own baseline comes from the platform alone. */
  private static @Nullable String issuer(FieldReader fields) {
    String issuer = fields.requiredText("issuer", ISSUER_LENGTH);
    if (issuer != null && issuer.equals(Baseline.ISSUER)) {
      fields.refuse("issuer", issuer, Rule.ISSUER_RESERVED, null);
    }
    return issuer;
  }

  private @Nullable String subject(FieldReader fields) {
    String subject = fields.requiredText("subject", FieldReader.ID_LENGTH);
    if (subject != null
        && !subject.equals(city)
        && !places.isCounty(subject)
        && !places.isStation(subject)) {
      fields.refuse("subject", subject, Rule.UNKNOWN_SUBJECT, null);
    }
    return subject;
  }

  private static @Nullable What what(FieldReader fields) {
    String code = fields.requiredText("pollutant", FieldReader.NAME_LENGTH);
    if (code == null) {
      return null;
    }
    if (code.equals(Forecast.AQI)) {
      return new What(Forecast.AQI, null);
    }
    Pollutant pollutant = Pollutant.findByCode(code).orElse(null);
    if (pollutant == null) {
      fields.refuse("pollutant", code, Rule.UNKNOWN_POLLUTANT, ITEMS);
      return null;
    }
    return new What(code, pollutant);
  }

  private static @Nullable String date(FieldReader fields, @Nullable Instant issuedAt) {
    String text = fields.requiredText("date", FieldReader.NAME_LENGTH);
    if (text == null) {
      return null;
    }
    LocalDate date = Moment.parseDate(text);
    if (date == null) {
      fields.refuse("date", text, Rule.DATE_INVALID, null);
    } else if (issuedAt != null) {
      LocalDate issued = issuedAt.atZone(CivilTime.ZONE).toLocalDate();
      if (date.isBefore(issued)) {
        fields.refuse("date", text, Rule.FORECAST_FOR_THE_PAST, issued.toString());
      } else if (date.isAfter(issued.plusDays(DAYS_AHEAD))) {
        fields.refuse("date", text, Rule.FORECAST_TOO_FAR, String.valueOf(DAYS_AHEAD));
      }
    }
    return text;
  }

  /** A concentration needs its unit, the AQI has none. */
  private static void unit(FieldReader fields, @Nullable What what) {
    if (what == null) {
      return;
    }
    if (what.pollutant() != null) {
      ReadingCheck.unit(fields, what.pollutant());
      return;
    }
    String unit = fields.text("unit", FieldReader.NAME_LENGTH);
    if (unit != null) {
      fields.refuse("unit", unit, Rule.WRONG_UNIT, Forecast.AQI + ": -");
    }
  }

  private static @Nullable Range range(FieldReader fields, @Nullable What what) {
    if (what == null) {
      return null;
    }
    boolean single = fields.cell("value") != null;
    boolean both = fields.cell("low") != null && fields.cell("high") != null;
    boolean any = fields.cell("low") != null || fields.cell("high") != null;
    if (single ? any : !both) {
      fields.refuse("value", null, Rule.VALUE_OR_RANGE, null);
      return null;
    }
    BigDecimal low = number(fields, single ? "value" : "low", what);
    BigDecimal high = single ? low : number(fields, "high", what);
    if (low == null || high == null) {
      return null;
    }
    if (low.compareTo(high) > 0) {
      fields.refuse("low", low.toPlainString(), Rule.RANGE_REVERSED, high.toPlainString());
    }
    return new Range(low, high);
  }

  private static @Nullable BigDecimal number(FieldReader fields, String field, What what) {
    BigDecimal value = fields.requiredDecimal(field, Rule.NOT_A_NUMBER);
    if (value == null) {
      return null;
    }
    boolean whole = what.pollutant() != null || value.stripTrailingZeros().scale() <= 0;
    if (value.signum() < 0 || value.compareTo(what.most()) > 0 || !whole) {
      String range = "[0, %s]%s".formatted(what.most(), what.pollutant() == null ? " ∩ ℤ" : "");
      fields.refuse(field, value.toString(), Rule.VALUE_OUT_OF_RANGE, range);
    }
    return value;
  }
}
