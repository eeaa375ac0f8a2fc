package hongyan.service.reference;

import hongyan.geo.zones.Season;
import hongyan.service.errors.Refused.Fault;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks that seasons name days and hours that exist. */
final class SeasonCheck {
  private SeasonCheck() {}

  static void check(FormCheck check, List<Season> seasons) {
    for (int i = 0; i < seasons.size(); i++) {
      String field = "seasons[%d]".formatted(i);
      day(check, field + ".from", seasons.get(i).from());
      day(check, field + ".to", seasons.get(i).to());
      hours(check, field + ".hours", seasons.get(i).hours());
    }
  }

  private static void day(FormCheck check, String field, @Nullable String text) {
    try {
      MonthDay.parse("--" + text);
    } catch (DateTimeException e) {
      check.add(Fault.of(field, text, "no-such-day", "a day such as 09-01 is wanted"));
    }
  }

  private static void hours(FormCheck check, String field, @Nullable String text) {
    if (text == null) {
      return;
    }
    try {
      String[] ends = text.split("-", -1);
      LocalTime.parse(ends[0]);
      LocalTime.parse(ends[1]);
    } catch (DateTimeException | ArrayIndexOutOfBoundsException e) {
      check.add(Fault.of(field, text, "no-such-hours", "hours such as 19:00-06:00 are wanted"));
    }
  }
}
