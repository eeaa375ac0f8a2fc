package hongyan.pipelines.air;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Making and picking means. */
final class Means {
  private Means() {}

  /** Returns the mean of {@code values}, of which there is at least one. */
  static Mean of(Pollutant pollutant, Collection<BigDecimal> values, boolean valid) {
    return of(pollutant, Gbt8170.mean(values), values.size(), valid);
  }

  static Mean of(Pollutant pollutant, BigDecimal value, int count, boolean valid) {
    return new Mean(pollutant, value, Gbt8170.round(pollutant, value), count, valid);
  }

  /** Returns the value of {@code pollutant} in a figure, where it has a valid one. */
  static Optional<BigDecimal> findValid(AirFigure figure, Pollutant pollutant) {
    return figure.means().stream()
        .filter(mean -> mean.pollutant() == pollutant && mean.valid())
        .findFirst()
        .map(Mean::value);
  }

  /** Returns the valid means among {@code means} as items of a real-time report. */
  static Map<AqiItem, BigDecimal> hourItems(List<Mean> means) {
    Map<AqiItem, BigDecimal> items = new EnumMap<>(AqiItem.class);
    for (Mean mean : means) {
      BigDecimal value = mean.value();
      if (mean.valid() && value != null) {
        items.put(AqiItem.hourly(mean.pollutant()), value);
      }
    }
    return items;
  }

  /**
   * Returns the valid means among {@code means} as items of a daily report, and with a valid ozone
   * the highest of its hourly means, by which HJ 633-2012 judges ozone above 800 µg/m³.
   */
  static Map<AqiItem, BigDecimal> dayItems(List<Mean> means, List<AirFigure> hours) {
    Map<AqiItem, BigDecimal> items = new EnumMap<>(AqiItem.class);
    for (Mean mean : means) {
      BigDecimal value = mean.value();
      if (mean.valid() && value != null) {
        items.put(AqiItem.daily(mean.pollutant()), value);
      }
    }
    List<BigDecimal> ozone =
        hours.stream().flatMap(hour -> findValid(hour, Pollutant.O3).stream()).toList();
    if (items.containsKey(AqiItem.O3_8H) && !ozone.isEmpty()) {
      items.put(AqiItem.O3_1H, Collections.max(ozone));
    }
    return items;
  }
}
