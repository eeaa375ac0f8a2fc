package hongyan.pipelines.series;

import hongyan.pipelines.air.AirFigure;
import java.util.List;

/** The hourly and daily figures of stations, counties and the city. */
public interface Figures {

  /** Writes all, durable when this returns; of one identity the last stays. */
  void write(List<AirFigure> figures);

  /** Lists figures, newest first. */
  Page<AirFigure> list(FigureQuery query, Paging paging);

  /** Lists the days of one subject in one civil year, oldest first. */
  default List<AirFigure> listDays(String subject, int year) {
    return listDays(subject, "%04d-01-01".formatted(year), "%04d-12-31".formatted(year));
  }

  /** Lists the days of one subject between two civil dates (yyyy-MM-dd), both inclusive. */
  List<AirFigure> listDays(String subject, String from, String to);
}
