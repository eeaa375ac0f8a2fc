package hongyan.pipelines.changes;

import hongyan.pipelines.air.AirFigure;
import hongyan.pipelines.air.CivilDay;
import hongyan.pipelines.air.Mean;
import hongyan.pipelines.air.Pollutant;
import hongyan.pipelines.air.StationDay;
import java.math.BigDecimal;
import java.time.Duration;
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
      compare(former.get(hour), present.get(hour), ofHour(update.causes(), hour), changes);
    }
    compare(before.day(), update.day().day(), update.causes(), changes);
    return changes;
  }

  /** Those of the hour itself, or else those off the hour that may have been put to it. */
  private static List<Cause> ofHour(List<Cause> causes, Instant hour) {
    List<Cause> own = causes.stream().filter(c -> CivilDay.hourOf(c.time()).equals(hour)).toList();
    Instant next = hour.plus(Duration.ofHours(1));
    return own.isEmpty()
        ? causes.stream().filter(c -> CivilDay.hourOf(c.time()).equals(next)).toList()
        : own;
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
    change(any, FigureChange.AQI, aqi(before), aqi(after), ofIndex(before, after, causes))
        .ifPresent(changes::add);
  }

  /** The index is its primary pollutants': among several causes, theirs come first. */
  private static List<Cause> ofIndex(
      @Nullable AirFigure before, @Nullable AirFigure after, List<Cause> causes) {
    List<Cause> primary =
        causes.stream()
            .filter(c -> primary(before, c.pollutant()) || primary(after, c.pollutant()))
            .toList();
    return primary.isEmpty() ? causes : primary;
  }

  private static boolean primary(@Nullable AirFigure figure, Pollutant pollutant) {
    return figure != null && figure.primary().contains(pollutant);
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
