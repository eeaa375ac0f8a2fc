package hongyan.pipelines.quality;

import hongyan.pipelines.air.DataFile;
import hongyan.pipelines.air.Pollutant;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One rule as its file has it ({@code quality/ID.json}), for the rule itself and for a page.
 *
 * @param version of rule and numbers together
 * @param meaning what it says of a value
 * @param innocent when it is raised and the value is right all the same
 * @param excludes whether it leaves the value out of the figures while nobody has decided
 * @param source the document that says so, or {@code platform's own choice}
 * @param certainty as {@link hongyan.pipelines.air.Source#certainty()}
 */
public record QualitySheet(
    String id,
    String version,
    String title,
    String titleEn,
    String meaning,
    String innocent,
    boolean excludes,
    String source,
    String certainty,
    List<Threshold> thresholds) {

  /** The rules, in the order in which they are shown. */
  private static final List<String> IDS =
      List.of(
          "range",
          "negative",
          "zero",
          "by-hand",
          "stuck",
          "spike",
          "pm-inverted",
          "unit",
          "clock-ahead",
          "off-hour",
          "station-elsewhere",
          "station-moved");

  /**
   * One number of a rule.
   *
   * @param pollutant code of the one that it is for, or null for all
   */
  public record Threshold(
      String name,
      @Nullable String pollutant,
      BigDecimal value,
      String unit,
      String meaning,
      String source,
      String certainty) {}

  public QualitySheet {
    thresholds = List.copyOf(thresholds);
  }

  /** Returns the sheets of all rules. */
  public static List<QualitySheet> list() {
    return IDS.stream().map(QualitySheet::load).toList();
  }

  /**
   * Returns one sheet.
   *
   * @param id path below {@code quality/} without its ending
   * @throws IllegalStateException when it is missing or wrong
   */
  public static QualitySheet load(String id) {
    return DataFile.read("/quality/" + id + ".json", QualitySheet.class);
  }

  /**
   * Returns the numbers of that name by pollutant.
   *
   * @throws IllegalStateException when one is missing
   */
  Map<Pollutant, BigDecimal> each(String name) {
    Map<Pollutant, BigDecimal> values = new EnumMap<>(Pollutant.class);
    for (Pollutant pollutant : Pollutant.values()) {
      Threshold found =
          named(name)
              .filter(threshold -> pollutant.code().equals(threshold.pollutant()))
              .findFirst()
              .orElseThrow(
                  () ->
                      new IllegalStateException(
                          "quality/%s: no %s of %s".formatted(id, name, pollutant.code())));
      values.put(pollutant, found.value());
    }
    return values;
  }

  /**
   * Returns the number of that name that is for all pollutants.
   *
   * @throws IllegalStateException when the sheet has none
   */
  public BigDecimal get(String name) {
    return named(name)
        .filter(threshold -> threshold.pollutant() == null)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("quality/%s: no %s".formatted(id, name)))
        .value();
  }

  private Stream<Threshold> named(String name) {
    return thresholds.stream().filter(threshold -> threshold.name().equals(name));
  }
}
