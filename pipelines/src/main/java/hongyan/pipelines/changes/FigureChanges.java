package hongyan.pipelines.changes;

import hongyan.pipelines.air.AirFigure;
import hongyan.pipelines.air.CivilDay;
import hongyan.pipelines.air.Mean;
import hongyan.pipelines.air.Pollutant;
import hongyan.pipelines.air.StationDay;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds what an update has changed. Pure. */
public final class FigureChanges {

  private FigureChanges() {}

  /** Lists the changes, hours before the day; empty for an update without causes. */
  public static List<FigureChange> of(DayUpdate update) {
    StationDay before = update.before();
    if (before == null || update.causes().isEmpty()) {
      return List.of();
    }
    List<FigureChange> changes = new ArrayList<>();
    Map<Instant, AirFigure> former = byTime(before);
    Map<Instant, AirFigure> present = byTime(update.day());
    var hours = new TreeSet<>(former.keySet());
    hours.addAll(present.keySet());
    for (Instant hour : hours) {
      List<Cause> causes = update.causes().stream().filter(c -> near(c.time(), hour)).toList();
      compare(former.get(hour), present.get(hour), causes, changes);
    }
    compare(before.day(), update.day().day(), update.causes(), changes);
    return changes;
  }

  /**
   * Whether a reading of {@code time} may be part of the hour: its own, or the one it was put to.
   */
  private static boolean near(Instant time, Instant hour) {
    Instant own = CivilDay.hourOf(time);
    return own.equals(hour) || own.minusSeconds(3_600).equals(hour);
  }

  private static Map<Instant, AirFigure> byTime(StationDay day) {
    Map<Instant, AirFigure> hours = new HashMap<>();
    day.hours().forEach(hour -> hours.put(hour.time(), hour));
    return hours;
  }

  private static void compare(
      @Nullable AirFigure before,
      @Nullable AirFigure after,
      List<Cause> causes,
      List<FigureChange> changes) {
    AirFigure any = after == null ? before : after;
    if (any == null) {
      return;
    }
    for (Pollutant pollutant : Pollutant.values()) {
      List<Cause> ofIt = causes.stream().filter(c -> c.pollutant() == pollutant).toList();
      change(any, pollutant.code(), mean(before, pollutant), mean(after, pollutant), ofIt)
          .ifPresent(changes::add);
    }
    change(any, FigureChange.AQI, aqi(before), aqi(after), causes).ifPresent(changes::add);
  }

  private static Optional<FigureChange> change(
      AirFigure figure,
      String item,
      @Nullable BigDecimal before,
      @Nullable BigDecimal after,
      List<Cause> causes) {
    boolean same =
        before == null || after == null
            ? before == null && after == null
            : before.compareTo(after) == 0;
    Optional<Cause> last =
        causes.stream().max(Comparator.comparing(Cause::at).thenComparing(Cause::reading));
    return same
        ? Optional.empty()
        : last.map(
            cause ->
                new FigureChange(
                    figure.subject(),
                    figure.period(),
                    figure.time(),
                    figure.date(),
                    item,
                    before,
                    after,
                    cause.kind(),
                    cause.reading(),
                    cause.at()));
  }

  private static @Nullable BigDecimal mean(@Nullable AirFigure figure, Pollutant pollutant) {
    return figure == null
        ? null
        : figure.means().stream()
            .filter(mean -> mean.pollutant() == pollutant && mean.valid())
            .findFirst()
            .map(Mean::value)
            .orElse(null);
  }

  private static @Nullable BigDecimal aqi(@Nullable AirFigure figure) {
    Integer aqi = figure == null ? null : figure.aqi();
    return aqi == null ? null : BigDecimal.valueOf(aqi);
  }
}
