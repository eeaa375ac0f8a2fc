package hongyan.pipelines.air.assessment;

import java.util.ArrayList;
import java.util.List;

/**
 * The items of a year beside those of the year before (同比), under one standard that is applied to
 * both.
 *
 * @param standard the version of GB 3095 that both years are judged by
 * @param rules the version of HJ 663 that makes both years' statistics
 * @param series as {@link Series#code()}
 */
public record YearOnYear(
    String period, String before, String standard, String rules, String series, List<Item> items) {

  /** One item: pollutant and statistic. */
  public record Item(String pollutant, String statistic, Change change) {}

  public YearOnYear {
    items = List.copyOf(items);
  }

  /**
   * Compares two years.
   *
   * @throws IllegalArgumentException when they are not of one subject, standard and series: such
   *     figures cannot be compared
   */
  public static YearOnYear of(Attainment year, Attainment before) {
    if (!year.subject().equals(before.subject())
        || !year.standard().equals(before.standard())
        || !year.series().equals(before.series())) {
      throw new IllegalArgumentException(
          "not comparable: %s under %s (%s), %s under %s (%s)"
              .formatted(
                  year.subject(),
                  year.standard(),
                  year.series(),
                  before.subject(),
                  before.standard(),
                  before.series()));
    }
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < year.items().size(); i++) {
      Attainment.Item now = year.items().get(i);
      Attainment.Item then = before.items().get(i);
      Change change = Change.of(now.value(), now.valid(), then.value(), then.valid());
      items.add(new Item(now.pollutant(), now.statistic(), change));
    }
    return new YearOnYear(
        year.period(), before.period(), year.standard(), year.rules(), year.series(), items);
  }
}
