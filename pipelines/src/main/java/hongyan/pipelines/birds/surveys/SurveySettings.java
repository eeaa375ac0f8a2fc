package hongyan.pipelines.birds.surveys;

import hongyan.pipelines.air.DataFile;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How the archive is worked out: {@code birds/surveys.json}.
 *
 * @param passages the parts of a year that are looked at by themselves
 * @param curveDays days that one point of a curve sums up
 * @param longestMinutes a record that spans more says no hour of the night
 * @param fewestYears a trend needs so many
 * @param confidence of a trend's interval
 * @param units the words for effort that are understood
 */
public record SurveySettings(
    String version,
    List<Part> passages,
    int curveDays,
    int longestMinutes,
    int fewestYears,
    double confidence,
    List<Unit> units,
    String source,
    String certainty) {

  /** Part of a year, both days inclusive, as MM-dd. */
  public record Part(String id, String from, String to) {

    public boolean covers(LocalDate date) {
      MonthDay day = MonthDay.from(date);
      return !day.isBefore(MonthDay.parse("--" + from)) && !day.isAfter(MonthDay.parse("--" + to));
    }

    /** Returns its last day in that year. */
    public LocalDate end(int year) {
      return MonthDay.parse("--" + to).atYear(year);
    }
  }

  /**
   * A unit of effort.
   *
   * @param measure {@code hour} or {@code km}
   * @param factor how much of the measure one unit is: numerator over divisor
   */
  public record Unit(String measure, BigDecimal factor, BigDecimal divisor, List<String> words) {
    public Unit {
      words = List.copyOf(words);
    }
  }

  public SurveySettings {
    passages = List.copyOf(passages);
    units = List.copyOf(units);
  }

  /**
   * @throws IllegalStateException when the file is missing or wrong
   */
  public static SurveySettings load() {
    return DataFile.read("/birds/surveys.json", SurveySettings.class);
  }

  /** Returns the part of a year of that name; {@code year} is all of it. */
  public Optional<Part> findPart(String id) {
    return id.equals("year")
        ? Optional.of(new Part("year", "01-01", "12-31"))
        : passages.stream().filter(part -> part.id().equals(id)).findFirst();
  }

  Optional<Unit> findUnit(String word) {
    String plain = word.strip().toLowerCase(Locale.ROOT);
    return units.stream().filter(unit -> unit.words().contains(plain)).findFirst();
  }
}
