package hongyan.service.demo;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVRecord;

/**
 * One species of the demo's table {@code demo/species.csv}: when it passes, where, how many.
 *
 * <p>Peaks are days of the year as {@code MM-dd}; {@code winter} and {@code summer} are the share
 * of its abundance that stays then. Passage dates are plausible for southern Hunan, not measured.
 *
 * @param counties the only counties that it is seen in, or empty for all
 * @param abundance typical count of one record at the height of its passage
 * @param most no record has more
 * @param night whether it crosses passes at night
 */
record DemoSpecies(
    String scientificName,
    String vernacularName,
    Set<String> places,
    Set<String> counties,
    Optional<String> autumnPeak,
    Optional<String> springPeak,
    double spreadDays,
    double winter,
    double summer,
    int abundance,
    int most,
    boolean night) {
  /** The spring passage is thinner: many birds take another way north. */
  private static final double SPRING = 0.28;

  static List<DemoSpecies> load() {
    return DemoTable.rows("species.csv").stream().map(DemoSpecies::of).toList();
  }

  private static DemoSpecies of(CSVRecord row) {
    return new DemoSpecies(
        row.get("scientificName"),
        row.get("vernacularName"),
        DemoTable.words(row.get("places")),
        DemoTable.words(row.get("counties")),
        Optional.of(row.get("autumnPeak")).filter(text -> !text.isEmpty()),
        Optional.of(row.get("springPeak")).filter(text -> !text.isEmpty()),
        Double.parseDouble(row.get("spreadDays")),
        Double.parseDouble(row.get("winter")),
        Double.parseDouble(row.get("summer")),
        Integer.parseInt(row.get("abundance")),
        Integer.parseInt(row.get("most")),
        row.get("night").equals("yes"));
  }

  boolean livesAt(DemoSite site) {
    return site.birds() != null
        && places.contains(site.birds().word())
        && (counties.isEmpty() || counties.contains(site.county()));
  }

  /** Returns the share of its greatest abundance that is there on a day, 0 to 1. */
  double presence(DemoDays days, int day) {
    double passage =
        Math.max(passage(days, day, autumnPeak), SPRING * passage(days, day, springPeak));
    double staying =
        Math.max(
            winter * stay(days, day, "11-08", "03-18"), summer * stay(days, day, "04-15", "09-05"));
    return Math.max(passage, staying);
  }

  /** Returns how far into its passage it is, 0 to 1, without those that stay. */
  double passage(DemoDays days, int day) {
    return Math.max(passage(days, day, autumnPeak), SPRING * passage(days, day, springPeak));
  }

  private double passage(DemoDays days, int day, Optional<String> peak) {
    if (peak.isEmpty()) {
      return 0;
    }
    double apart = daysAfter(days, day, peak.get());
    double near = Math.min(apart, 365 - apart) / spreadDays;
    return StrictMath.exp(-0.5 * near * near);
  }

  /** Returns 1 between two days of the year, with ramps of ten days inside. */
  private static double stay(DemoDays days, int day, String from, String to) {
    double since = daysAfter(days, day, from);
    double left = 365 - daysAfter(days, day, to);
    double whole = daysBetween(days, from, to);
    return since > whole ? 0 : Math.min(1, Math.min(since, left % 365) / 10.0);
  }

  private static double daysBetween(DemoDays days, String from, String to) {
    return Math.floorMod(number(days, to) - number(days, from), 365);
  }

  private static double daysAfter(DemoDays days, int day, String monthDay) {
    return Math.floorMod(day - number(days, monthDay), 365);
  }

  private static int number(DemoDays days, String monthDay) {
    return days.number(
        Integer.parseInt(monthDay.substring(0, 2)), Integer.parseInt(monthDay.substring(3)));
  }
}
