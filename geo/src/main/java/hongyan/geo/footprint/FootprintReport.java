package hongyan.geo.footprint;

import hongyan.geo.law.Words;
import java.time.LocalDate;
import java.util.List;

/**
 * What a check found.
 *
 * @param day the civil day whose zones, seasons and law were asked
 * @param hectares of the footprint with its buffer; 0 for lines and points without one
 * @param metres length of the lines that were sent
 * @param zones nearest first
 * @param verdict clear, assess or avoid
 * @param provisions articles in force on that day that the verdict rests on; none for clear
 * @param sheet version of {@code zones/footprint.json}
 */
public record FootprintReport(
    LocalDate day,
    double bufferMetres,
    double nearMetres,
    double hectares,
    double metres,
    List<ZoneConcerned> zones,
    Verdict verdict,
    List<Words> provisions,
    String sheet) {

  public FootprintReport {
    zones = List.copyOf(zones);
    provisions = List.copyOf(provisions);
  }
}
