package hongyan.pipelines.forecasts;

import hongyan.geo.place.CivilTime;
import hongyan.pipelines.air.AirFigure;
import hongyan.pipelines.air.AqiScale;
import hongyan.pipelines.air.AqiStandard;
import hongyan.pipelines.air.CivilDay;
import hongyan.pipelines.air.Gbt8170;
import hongyan.pipelines.air.Mean;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Holds forecasts against what came. Pure; the order of the forecasts does not matter. */
public final class Scoring {

  /** What is scored together. */
  private record Group(String issuer, String item, int lead) {}

  /** One forecast that something came for. */
  private record Case(Forecast forecast, BigDecimal came) {

    BigDecimal error() {
      return forecast.middle().subtract(came);
    }

    boolean hitsLevel() {
      AqiScale scale = AqiStandard.at(LocalDate.parse(forecast.date())).scale();
      int level = level(scale, came);
      return level >= level(scale, forecast.low()) && level <= level(scale, forecast.high());
    }

    boolean recordedAfter() {
      return forecast.receipt().receivedAt().isAfter(CivilDay.endOf(forecast.date()));
    }

    private static int level(AqiScale scale, BigDecimal aqi) {
      return scale.getLevel(aqi.setScale(0, RoundingMode.HALF_EVEN).intValue()).level();
    }
  }

  private Scoring() {}

  /**
   * Returns the scores by issuer, item and lead.
   *
   * @param forecasts of one subject
   * @param days of that subject by date; a forecast without a valid figure of its day is left out
   */
  public static List<Score> of(Collection<Forecast> forecasts, Map<LocalDate, AirFigure> days) {
    Map<Group, List<Case>> groups =
        new TreeMap<>(
            Comparator.comparing(Group::issuer)
                .thenComparing(Group::item)
                .thenComparingInt(Group::lead));
    for (Forecast forecast : forecasts) {
      LocalDate date = LocalDate.parse(forecast.date());
      findCame(forecast.item(), days.get(date))
          .ifPresent(
              came ->
                  groups
                      .computeIfAbsent(
                          new Group(forecast.issuer(), forecast.item(), lead(forecast)),
                          group -> new ArrayList<>())
                      .add(new Case(forecast, came)));
    }
    return groups.entrySet().stream().map(e -> score(e.getKey(), e.getValue())).toList();
  }

  /** Returns how many civil days ahead a forecast looks. */
  public static int lead(Forecast forecast) {
    return (int)
        ChronoUnit.DAYS.between(
            forecast.issuedAt().atZone(CivilTime.ZONE).toLocalDate(),
            LocalDate.parse(forecast.date()));
  }

  private static Optional<BigDecimal> findCame(String item, @Nullable AirFigure day) {
    if (day == null) {
      return Optional.empty();
    }
    if (item.equals(Forecast.AQI)) {
      return Optional.ofNullable(day.valid() ? day.aqi() : null).map(BigDecimal::valueOf);
    }
    return day.means().stream()
        .filter(mean -> mean.valid() && mean.pollutant().code().equals(item))
        .map(Mean::rounded)
        .filter(Objects::nonNull)
        .findFirst();
  }

  private static Score score(Group group, List<Case> cases) {
    List<BigDecimal> errors = cases.stream().map(Case::error).toList();
    boolean index = group.item().equals(Forecast.AQI);
    int hits = index ? (int) cases.stream().filter(Case::hitsLevel).count() : 0;
    return new Score(
        group.issuer(),
        group.item(),
        group.lead(),
        cases.size(),
        (int) cases.stream().filter(Case::recordedAfter).count(),
        Gbt8170.round(Gbt8170.mean(errors.stream().map(BigDecimal::abs).toList()), 2),
        Gbt8170.round(Gbt8170.mean(errors), 2),
        index ? hits : null,
        index
            ? BigDecimal.valueOf(hits * 100L)
                .divide(BigDecimal.valueOf(cases.size()), 1, RoundingMode.HALF_EVEN)
            : null);
  }
}
