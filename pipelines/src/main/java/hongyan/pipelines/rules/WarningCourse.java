package hongyan.pipelines.rules;

import hongyan.pipelines.forecasts.Forecast;
import hongyan.pipelines.forecasts.Outlook;
import hongyan.pipelines.rules.WarningEpisode.Basis;
import hongyan.pipelines.rules.WarningEpisode.Change;
import hongyan.pipelines.rules.WarningEpisode.Day;
import hongyan.pipelines.rules.WarningEpisode.Step;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the days one by one and judges each by what was known at its end: the days observed
 * until then, and of the forecasts issued until then the one that counted. So the same data give
 * the same course, in whatever order they came. Used once.
 */
final class WarningCourse {

  /** The days around one day, as they were known at its end. */
  private record Sight(LocalDate today, NavigableMap<LocalDate, Day> days) {

    @Nullable Day now() {
      return days.get(today);
    }
  }

  /** An episode that is being told. */
  private static final class Tale {
    private final List<Step> steps = new ArrayList<>();
    private final NavigableMap<LocalDate, Day> days = new TreeMap<>();
  }

  private final PollutionWarning rule;
  private final Map<LocalDate, Integer> observed;
  private final Outlook outlook;
  private final Map<LocalDate, Tale> tales = new LinkedHashMap<>();
  private @Nullable Tale open;
  private WarningLadder.@Nullable Colour colour;
  private @Nullable WarningLadder ladder;
  private LocalDate lastKnown = LocalDate.MIN;

  WarningCourse(PollutionWarning rule, Map<LocalDate, Integer> observed, Outlook outlook) {
    this.rule = rule;
    this.observed = observed;
    this.outlook = outlook;
  }

  List<WarningEpisode> run() {
    var days = new TreeSet<>(observed.keySet());
    days.addAll(outlook.issueDates());
    days.forEach(this::judge);
    return tales.entrySet().stream()
        .map(
            tale ->
                new WarningEpisode(
                    tale.getKey().toString(),
                    tale.getValue().steps,
                    List.copyOf(tale.getValue().days.values()),
                    rule.settings().isSpecial(tale.getKey())))
        .toList();
  }

  private void judge(LocalDate today) {
    WarningLadder inForce = rule.ladders().at(today);
    boolean silent =
        lastKnown != LocalDate.MIN
            && ChronoUnit.DAYS.between(lastKnown, today) > rule.settings().silentDays();
    if (open != null && (silent || inForce != ladder)) {
      step(lastKnown, Change.END, null, List.of());
    }
    ladder = inForce;
    Sight sight = sight(today, inForce);
    if (sight.now() != null) {
      lastKnown = today;
    }
    Optional<WarningLadder.Rung> rung = findRung(inForce, sight);
    if (rung.isPresent()) {
      stand(rung.get().colour(), sight, spell(inForce, rung.get(), sight));
    } else if (open != null) {
      List<Day> better = improvement(inForce, sight);
      if (better.size() * 24 >= rule.settings().releaseHours()) {
        step(today, Change.RELEASE, null, better);
      }
    }
  }

  private void stand(WarningLadder.Colour level, Sight sight, List<Day> spell) {
    LocalDate today = sight.today();
    if (open == null) {
      open = tales.computeIfAbsent(LocalDate.parse(spell.get(0).date()), first -> new Tale());
      step(today, Change.RAISE, level, spell);
    } else if (colour == null || level.compareTo(colour) > 0) {
      step(today, Change.UPGRADE, level, spell);
    } else if (level.compareTo(colour) < 0) {
      step(today, Change.DOWNGRADE, level, spell);
    } else {
      keep(open, spell);
    }
  }

  private void step(
      LocalDate date, Change change, WarningLadder.@Nullable Colour level, List<Day> grounds) {
    Tale tale = Objects.requireNonNull(open, "a step of no episode");
    tale.steps.add(new Step(date.toString(), change, level, basis(grounds)));
    keep(tale, grounds);
    colour = level;
    if (level == null) {
      open = null;
    }
  }

  private static void keep(Tale tale, List<Day> days) {
    days.forEach(day -> tale.days.put(LocalDate.parse(day.date()), day));
  }

  /** What somebody saw at the end of {@code today}: back to where the spell began, and ahead. */
  private Sight sight(LocalDate today, WarningLadder inForce) {
    NavigableMap<LocalDate, Day> days = new TreeMap<>();
    for (int ahead = 0; ahead <= rule.settings().horizonDays(); ahead++) {
      add(days, today.plusDays(ahead), today, inForce);
    }
    // Clean days further back than a release asks for can no longer matter.
    LocalDate enough = today.minusDays(rule.settings().releaseHours() / 24 + 1);
    LocalDate back = today;
    for (Day day = days.get(back); day != null; day = days.get(back)) {
      if (day.aqi() <= inForce.floor() && back.isBefore(enough)) {
        break;
      }
      back = back.minusDays(1);
      add(days, back, today, inForce);
    }
    return new Sight(today, days);
  }

  private void add(
      Map<LocalDate, Day> days, LocalDate date, LocalDate today, WarningLadder inForce) {
    if (rule.ladders().at(date) != inForce) {
      return;
    }
    Integer aqi = date.isAfter(today) ? null : observed.get(date);
    if (aqi != null) {
      days.put(date, new Day(date.toString(), aqi, null));
    } else {
      outlook.find(date, today).ifPresent(f -> days.put(date, forecast(date, f)));
    }
  }

  private static Day forecast(LocalDate date, Forecast forecast) {
    int aqi = forecast.middle().setScale(0, RoundingMode.HALF_EVEN).intValue();
    return new Day(date.toString(), aqi, forecast);
  }

  private static Optional<WarningLadder.Rung> findRung(WarningLadder ladder, Sight sight) {
    return ladder.rungs().stream()
        .filter(rung -> findSpell(rung, sight).isPresent())
        .reduce((lower, higher) -> higher);
  }

  /** Returns the first spell that the rung's conditions hold in and that is not over. */
  private static Optional<List<Day>> findSpell(WarningLadder.Rung rung, Sight sight) {
    return rung.any().stream()
        .flatMap(
            all ->
                runs(sight.days().values(), all.get(0).above()).stream()
                    .filter(run -> run.size() >= all.get(0).days())
                    .filter(run -> !end(run).isBefore(sight.today()))
                    .filter(run -> holds(all.subList(1, all.size()), run)))
        .findFirst();
  }

  /** Returns the whole spell above the lowest threshold that the rung was reached in. */
  private static List<Day> spell(WarningLadder ladder, WarningLadder.Rung rung, Sight sight) {
    List<Day> reached = findSpell(rung, sight).orElseThrow();
    return runs(sight.days().values(), ladder.floor()).stream()
        .filter(run -> run.containsAll(reached))
        .findFirst()
        .orElse(reached);
  }

  /** Each condition has to hold within the spell of the wider one before it. */
  private static boolean holds(List<WarningLadder.Condition> conditions, List<Day> days) {
    if (conditions.isEmpty()) {
      return true;
    }
    WarningLadder.Condition first = conditions.get(0);
    List<WarningLadder.Condition> rest = conditions.subList(1, conditions.size());
    return runs(days, first.above()).stream()
        .anyMatch(run -> run.size() >= first.days() && holds(rest, run));
  }

  /** Returns the days in a row around today, today among them, that are not above the floor. */
  private static List<Day> improvement(WarningLadder ladder, Sight sight) {
    List<Day> better = new ArrayList<>();
    Day now = sight.now();
    for (LocalDate date = sight.today(); now != null && now.aqi() <= ladder.floor(); ) {
      better.add(0, now);
      date = date.minusDays(1);
      now = sight.days().get(date);
    }
    if (!better.isEmpty()) {
      Day next = sight.days().get(sight.today().plusDays(1));
      for (int ahead = 2; next != null && next.aqi() <= ladder.floor(); ahead++) {
        better.add(next);
        next = sight.days().get(sight.today().plusDays(ahead));
      }
    }
    return better;
  }

  /** Returns the runs of consecutive days above {@code threshold}. */
  private static List<List<Day>> runs(Collection<Day> days, int threshold) {
    List<List<Day>> runs = new ArrayList<>();
    LocalDate next = LocalDate.MIN;
    for (Day day : days) {
      LocalDate date = LocalDate.parse(day.date());
      if (day.aqi() > threshold) {
        if (!date.equals(next)) {
          runs.add(new ArrayList<>());
        }
        runs.get(runs.size() - 1).add(day);
        next = date.plusDays(1);
      }
    }
    return runs;
  }

  private static LocalDate end(List<Day> run) {
    return LocalDate.parse(run.get(run.size() - 1).date());
  }

  private static Basis basis(List<Day> days) {
    boolean observed = days.stream().anyMatch(Day::observed);
    boolean forecast = days.stream().anyMatch(day -> !day.observed());
    return observed && forecast
        ? Basis.OBSERVED_AND_FORECAST
        : forecast ? Basis.FORECAST : Basis.OBSERVED;
  }
}
