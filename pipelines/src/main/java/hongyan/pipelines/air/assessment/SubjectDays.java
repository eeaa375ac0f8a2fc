package hongyan.pipelines.air.assessment;

import hongyan.pipelines.air.AirFigure;
import hongyan.pipelines.air.CivilPeriod;
import hongyan.pipelines.air.Period;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * What the figures of one subject and period are made of. Immutable.
 *
 * @param subject a station's id, or the adcode of a county or of the city
 * @param days its day figures in the period, each date once; others that are given are left out
 * @param dust the days of sand and dust of the official list
 */
public record SubjectDays(
    String subject, CivilPeriod period, Collection<AirFigure> days, Set<LocalDate> dust) {

  public SubjectDays {
    List<AirFigure> within =
        days.stream()
            .filter(day -> day.period() == Period.DAY)
            .filter(day -> period.contains(LocalDate.parse(day.date())))
            .toList();
    days = within;
    dust = Set.copyOf(dust);
  }
}
