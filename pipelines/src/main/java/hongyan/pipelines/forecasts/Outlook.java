package hongyan.pipelines.forecasts;

import hongyan.geo.place.CivilTime;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which forecast of a day counted on another: of those issued by then the newest official one, else
 * the newest of the baseline. An official one counts before a baseline that is newer. Immutable;
 * the order in which the forecasts are given does not matter.
 */
public final class Outlook {

  private static final Comparator<Forecast> WEIGHT =
      Comparator.comparing(Forecast::official)
          .thenComparing(Forecast::issuedAt)
          .thenComparing(Forecast::issuer)
          .thenComparing(Forecast::high)
          .thenComparing(Forecast::low);

  private final Map<LocalDate, List<Forecast>> byDate = new TreeMap<>();
  private final Set<LocalDate> issueDates = new TreeSet<>();

  /**
   * @param forecasts of one subject and item
   */
  public Outlook(Collection<Forecast> forecasts) {
    for (Forecast forecast : forecasts) {
      byDate
          .computeIfAbsent(LocalDate.parse(forecast.date()), date -> new ArrayList<>())
          .add(forecast);
      issueDates.add(issueDate(forecast));
    }
    byDate.values().forEach(list -> list.sort(WEIGHT.reversed()));
  }

  /** Returns the civil days on which any of them was issued, ascending. */
  public List<LocalDate> issueDates() {
    return List.copyOf(issueDates);
  }

  /** Returns the forecast of {@code date} that counted at the end of {@code day}. */
  public Optional<Forecast> find(LocalDate date, LocalDate day) {
    return byDate.getOrDefault(date, List.of()).stream()
        .filter(forecast -> !issueDate(forecast).isAfter(day))
        .findFirst();
  }

  private static LocalDate issueDate(Forecast forecast) {
    return forecast.issuedAt().atZone(CivilTime.ZONE).toLocalDate();
  }
}
