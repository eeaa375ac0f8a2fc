package hongyan.service.inspection;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * The report on one year.
 *
 * @param madeAt when it was computed: later or corrected records change the computed figures
 * @param sections the city's targets
 * @param counties what is computed for each county
 * @param sums all declared sums, those that do not add up first
 */
public record Report(
    String period,
    String city,
    OffsetDateTime madeAt,
    List<Part> sections,
    List<CountyPart> counties,
    List<SumCheck> sums) {

  /** One section. */
  public record Part(String section, String title, List<TargetFigure> items) {}

  /** One county. */
  public record CountyPart(String county, String name, List<TargetFigure> items) {}
}
