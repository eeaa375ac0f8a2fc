package hongyan.pipelines.forecasts;

import hongyan.pipelines.air.AirFigure;
import hongyan.pipelines.air.Aqi;
import hongyan.pipelines.air.AqiItem;
import hongyan.pipelines.air.AqiStandard;
import hongyan.pipelines.air.DataFile;
import hongyan.pipelines.air.Gbt8170;
import hongyan.pipelines.air.Mean;
import hongyan.pipelines.air.Pollutant;
import hongyan.pipelines.air.Source;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The simplest forecast that is not foolish, so that others can be held against it: for each
 * pollutant the last day's mean (persistence) blended with the mean of the same days of former
 * years (seasonal naive); persistence counts less the further ahead. Where one of the two is not
 * known the other stands alone; where neither is, there is no forecast. The AQI is that of the
 * pollutants' means, by the standard in force on the day that is forecast. It knows no weather.
 *
 * <p>A baseline, not an official forecast. Only days before the day of issue are used, so that what
 * it would have said on a past day can be computed today. Pure.
 *
 * @param leads one for each day ahead, the first is tomorrow
 * @param seasonalYears how many former years are looked at
 * @param seasonalDays that many days before and after the date
 * @param seasonalMin how many of all these must be valid
 * @param persistenceDays the last valid day may lie this far back
 */
public record Baseline(
    String version,
    String title,
    String titleEn,
    List<Lead> leads,
    int seasonalYears,
    int seasonalDays,
    int seasonalMin,
    int persistenceDays,
    Source source) {

  public static final String ISSUER = "hongyan-baseline";
  private static final String FILE = "/forecasts/baseline.json";

  /**
   * The weights of one day ahead.
   *
   * @param persistence of the last day, 0 to 1; the seasonal part has the rest
   */
  public record Lead(int lead, BigDecimal persistence) {}

  /**
   * One value of the baseline.
   *
   * @param item as {@link Forecast#item()}
   * @param value as the standard rounds it
   */
  public record Prediction(int lead, String date, String item, BigDecimal value) {}

  public Baseline {
    leads = List.copyOf(leads);
    for (Lead lead : leads) {
      boolean share =
          lead.persistence().signum() >= 0 && lead.persistence().compareTo(BigDecimal.ONE) <= 0;
      if (lead.lead() < 1 || !share) {
        throw new IllegalStateException("%s: not a lead: %s".formatted(FILE, lead));
      }
    }
  }

  /** Reads the weights from their file. */
  public static Baseline load() {
    return DataFile.read(FILE, Baseline.class);
  }

  /**
   * Returns what is to be expected after {@code issued}, by day and item.
   *
   * @param days the days of one subject by date; those from {@code issued} on are not looked at
   */
  public List<Prediction> predict(LocalDate issued, Map<LocalDate, AirFigure> days) {
    List<Prediction> predictions = new ArrayList<>();
    for (Lead lead : leads) {
      LocalDate date = issued.plusDays(lead.lead());
      Map<AqiItem, BigDecimal> means = new EnumMap<>(AqiItem.class);
      for (Pollutant pollutant : Pollutant.values()) {
        Optional<BigDecimal> value = blend(pollutant, issued, lead, days);
        value.ifPresent(mean -> means.put(AqiItem.daily(pollutant), mean));
        value
            .map(mean -> Gbt8170.round(pollutant, mean))
            .ifPresent(
                mean ->
                    predictions.add(
                        new Prediction(lead.lead(), date.toString(), pollutant.code(), mean)));
      }
      Integer aqi = means.isEmpty() ? null : Aqi.ofDay(AqiStandard.at(date), means).aqi();
      if (aqi != null) {
        predictions.add(
            new Prediction(lead.lead(), date.toString(), Forecast.AQI, BigDecimal.valueOf(aqi)));
      }
    }
    return List.copyOf(predictions);
  }

  private Optional<BigDecimal> blend(
      Pollutant pollutant, LocalDate issued, Lead lead, Map<LocalDate, AirFigure> days) {
    Optional<BigDecimal> last = findLast(pollutant, issued, days);
    Optional<BigDecimal> usual = findUsual(pollutant, issued, lead, days);
    if (last.isEmpty() || usual.isEmpty()) {
      return last.or(() -> usual);
    }
    BigDecimal share = lead.persistence();
    return Optional.of(
        last.get()
            .multiply(share)
            .add(usual.get().multiply(BigDecimal.ONE.subtract(share)))
            .stripTrailingZeros());
  }

  private Optional<BigDecimal> findLast(
      Pollutant pollutant, LocalDate issued, Map<LocalDate, AirFigure> days) {
    for (int back = 1; back <= persistenceDays; back++) {
      Optional<BigDecimal> mean = findMean(pollutant, days.get(issued.minusDays(back)));
      if (mean.isPresent()) {
        return mean;
      }
    }
    return Optional.empty();
  }

  private Optional<BigDecimal> findUsual(
      Pollutant pollutant, LocalDate issued, Lead lead, Map<LocalDate, AirFigure> days) {
    List<BigDecimal> means = new ArrayList<>();
    for (int years = 1; years <= seasonalYears; years++) {
      LocalDate middle = issued.plusDays(lead.lead()).minusYears(years);
      for (int shift = -seasonalDays; shift <= seasonalDays; shift++) {
        findMean(pollutant, days.get(middle.plusDays(shift))).ifPresent(means::add);
      }
    }
    return means.size() < seasonalMin ? Optional.empty() : Optional.of(Gbt8170.mean(means));
  }

  private static Optional<BigDecimal> findMean(Pollutant pollutant, @Nullable AirFigure day) {
    return day == null
        ? Optional.empty()
        : day.means().stream()
            .filter(mean -> mean.pollutant() == pollutant && mean.valid())
            .map(Mean::value)
            .filter(Objects::nonNull)
            .findFirst();
  }
}
