package hongyan.geo.files;

import hongyan.geo.zones.Season;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Seasons in one line, for tables that have no lists: {@code 09-01/11-30; 03-15/05-15} or {@code
 * 2025-09-01/2025-11-30 19:00-06:00 永林发〔2025〕3号}. Days, hours if any, document if any; the first
 * two are parted by a slash, 至 or a tilde, seasons by a semicolon.
 */
public final class SeasonText {

  private static final Pattern SEASON =
      Pattern.compile(
          "(\\d[\\d-]*)\\s*[/~至]\\s*(\\d[\\d-]*)(?:\\s+(\\d{2}:\\d{2}-\\d{2}:\\d{2}))?(?:\\s+(.+))?");

  private SeasonText() {}

  /**
   * Reads the seasons; whether their days exist is for {@link hongyan.geo.zones.Seasons} to say.
   *
   * @throws IllegalArgumentException naming the part that has another form
   */
  public static List<Season> read(String text) {
    List<Season> seasons = new ArrayList<>();
    for (String part : text.split("[;；]")) {
      if (!part.isBlank()) {
        Matcher season = SEASON.matcher(part.strip());
        if (!season.matches()) {
          throw new IllegalArgumentException(
              "'%s' is no season: 09-01/11-30, or 2025-09-01/2025-11-30, is wanted"
                  .formatted(part.strip()));
        }
        seasons.add(new Season(season.group(1), season.group(2), season.group(3), season.group(4)));
      }
    }
    return List.copyOf(seasons);
  }
}
