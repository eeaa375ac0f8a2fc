package hongyan.pipelines.quality;

import hongyan.pipelines.air.Averaging;
import hongyan.pipelines.air.Pollutant;
import hongyan.pipelines.air.Reading;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A named doubt about one reading. One reading can be in doubt by several rules.
 *
 * @param county adcode of its station, or null
 * @param value of the reading, in its pollutant's unit, without trailing zeros
 * @param rule id of the rule's sheet
 * @param version of the rule
 * @param fact in Chinese
 * @param factEn in English
 * @param numbers that it rests on
 * @param excludes whether the rule leaves the value out of the figures while nobody has decided
 * @param decision the one in force on this value, or null while it waits for one
 * @param standing false once the readings no longer give rise to it
 */
public record Doubt(
    String station,
    @Nullable String county,
    Pollutant pollutant,
    Averaging averaging,
    Instant time,
    BigDecimal value,
    String rule,
    String version,
    String fact,
    String factEn,
    List<DoubtNumber> numbers,
    boolean excludes,
    @Nullable Decision decision,
    boolean standing) {

  public Doubt {
    value = DoubtNumber.plain(value);
    numbers = List.copyOf(numbers);
  }

  static Doubt of(
      QualitySheet sheet, KnownReading known, String fact, String factEn, DoubtNumber... numbers) {
    Reading reading = known.reading();
    return new Doubt(
        reading.station(),
        known.county(),
        reading.pollutant(),
        reading.averaging(),
        reading.time(),
        reading.value(),
        sheet.id(),
        sheet.version(),
        fact,
        factEn,
        List.of(numbers),
        sheet.excludes(),
        null,
        true);
  }

  /** Returns what makes it one doubt of its station: the reading and the rule. */
  public String cell() {
    return ReadingKey.of(this).cell() + "|" + rule;
  }

  Doubt decided(@Nullable Decision inForce) {
    return copy(inForce, standing);
  }

  /** Returns it as one that no longer stands. */
  public Doubt gone() {
    return copy(decision, false);
  }

  private Doubt copy(@Nullable Decision inForce, boolean stands) {
    return new Doubt(
        station, county, pollutant, averaging, time, value, rule, version, fact, factEn, numbers,
        excludes, inForce, stands);
  }
}
