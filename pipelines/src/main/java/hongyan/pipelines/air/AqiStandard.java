package hongyan.pipelines.air;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One version of HJ 633, the technical regulation on the AQI, as its data file has it. Immutable.
 *
 * @param id for example {@code HJ 633-2026}
 * @param tables one for each item of the reports
 */
public record AqiStandard(
    String id,
    Timeline.Effect effect,
    AqiScale scale,
    List<AqiTable> tables,
    Reports reports,
    Validity validity,
    Source source) {

  private static final String FOLDER = "/air/";

  /**
   * What is reported, and when it is withheld.
   *
   * @param hour items of the real-time report
   * @param day items of the daily report
   * @param instead the item that a day's item is judged by where it has no sub-index of its own:
   *     ozone's hour for its eight hours above 800 µg/m³ (HJ 633-2012, table 1, note 3)
   * @param incompleteAbove with a pollutant missing the AQI is published only above this (HJ
   *     633-2026, 5.3.1); null where it is published always
   */
  public record Reports(
      List<AqiItem> hour,
      List<AqiItem> day,
      Map<AqiItem, AqiItem> instead,
      @Nullable Integer incompleteAbove) {

    public Reports {
      hour = List.copyOf(hour);
      day = List.copyOf(day);
      instead = Map.copyOf(instead);
    }
  }

  /** Read at first use, once. */
  private static final class Loaded {
    static final Timeline<AqiStandard> TIMELINE = read(DataFile::text);
  }

  public AqiStandard {
    tables = List.copyOf(tables);
    Set<AqiItem> missing = new HashSet<>(reports.hour());
    missing.addAll(reports.day());
    missing.addAll(reports.instead().values());
    for (AqiTable table : tables) {
      missing.remove(table.item());
      if (table.breakpoints().size() > scale.steps().size()) {
        throw new IllegalArgumentException(
            "%s: %s has more breakpoints than the scale has steps".formatted(id, table.item()));
      }
    }
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException("%s: no table for %s".formatted(id, missing));
    }
  }

  /**
   * Returns the version in force on {@code date}, the civil date of the data: the one place that
   * decides it.
   */
  public static AqiStandard at(LocalDate date) {
    return Loaded.TIMELINE.at(date);
  }

  /** Returns all versions, oldest first. Called at start, it also checks them. */
  public static List<AqiStandard> list() {
    return Loaded.TIMELINE.list();
  }

  /** Returns the versions in force on any day of {@code period}, oldest first. */
  public static List<AqiStandard> listIn(CivilPeriod period) {
    return Loaded.TIMELINE.between(period.from(), period.to());
  }

  /** Returns the sub-index of a concentration in the pollutant's unit; empty where it has none. */
  public OptionalInt iaqi(AqiItem item, BigDecimal concentration) {
    return getTable(item).iaqi(scale.steps(), concentration);
  }

  /** Returns the concentration at which {@code item} reaches IAQI 100, the bound of a good day. */
  public BigDecimal goodUpTo(AqiItem item) {
    return getTable(item).breakpoints().get(scale.steps().indexOf(100));
  }

  /** Returns the column of {@code item}. */
  public AqiTable getTable(AqiItem item) {
    return tables.stream()
        .filter(table -> table.item() == item)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(id + " has no table for " + item));
  }

  /**
   * Reads and checks all versions.
   *
   * @param files gives the text of a file by its path
   * @throws IllegalStateException naming the files and dates of every gap and overlap
   */
  public static Timeline<AqiStandard> read(UnaryOperator<String> files) {
    String list = FOLDER + "standards.json";
    return new Timeline<>(
        Arrays.stream(DataFile.parse(list, files.apply(list), String[].class))
            .map(file -> version(file, files))
            .toList());
  }

  private static Timeline.Version<AqiStandard> version(String file, UnaryOperator<String> files) {
    String path = FOLDER + file;
    AqiStandard standard = DataFile.parse(path, files.apply(path), AqiStandard.class);
    return new Timeline.Version<>(file, standard.effect(), standard);
  }
}
