package hongyan.pipelines.air;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Putting means and their index together into figures, by the standard of the date. */
record Figures(String subject, String date, AqiStandard standard) {

  /** The civil day has 24 hours: there is no summer time in any year with an AQI. */
  static final int HOURS = 24;

  static Figures of(String subject, String date) {
    return new Figures(subject, date, AqiStandard.at(LocalDate.parse(date)));
  }

  AirFigure hour(Instant time, List<Mean> means, boolean complete) {
    return figure(Period.HOUR, time, means, Aqi.ofHour(standard, Means.hourItems(means)), complete);
  }

  /** Makes the day's figure of its means; {@code hours} are the subject's own. */
  AirFigure day(List<Mean> means, List<AirFigure> hours, boolean complete) {
    Aqi aqi = Aqi.ofDay(standard, Means.dayItems(means, hours));
    return figure(Period.DAY, CivilDay.endOf(date), means, aqi, complete);
  }

  private AirFigure figure(
      Period period, Instant time, List<Mean> means, Aqi aqi, boolean complete) {
    return new AirFigure(
        subject,
        period,
        time,
        date,
        means,
        aqi.iaqi(),
        aqi.aqi(),
        aqi.level(),
        aqi.primary(),
        standard.id(),
        aqi.aqi() != null,
        aqi.reason(),
        complete);
  }
}
