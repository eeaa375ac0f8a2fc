package hongyan.service.birds;

import hongyan.geo.place.CivilTime;
import hongyan.geo.species.Species;
import hongyan.pipelines.birds.PlacedOccurrence;
import hongyan.pipelines.birds.surveys.DayOfBirds;
import hongyan.pipelines.birds.surveys.EffortRate;
import hongyan.pipelines.birds.surveys.EffortRates;
import hongyan.pipelines.birds.surveys.NightPassage;
import hongyan.pipelines.birds.surveys.Phenology;
import hongyan.pipelines.birds.surveys.SurveySettings;
import hongyan.pipelines.birds.surveys.Trend;
import hongyan.pipelines.birds.surveys.YearOfBirds;
import hongyan.pipelines.series.CountQuery;
import hongyan.pipelines.series.CountTotal;
import hongyan.pipelines.series.OccurrenceQuery;
import hongyan.pipelines.series.Page;
import hongyan.pipelines.series.Paging;
import hongyan.pipelines.series.Scope;
import hongyan.pipelines.series.SeriesStore;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers questions to the survey archive from the counts and the records. */
@Component
class Surveys {
  private static final int MOST_DAYS = 500_000;
  private static final int MOST_RECORDS = 200_000;
  private static final String METHOD =
      "log-linear quasi-Poisson regression of yearly sums on the year; interval by Student's t;"
          + " a dispersion below 1 is taken as 1";

  private final SeriesStore series;
  private final SurveySettings settings = SurveySettings.load();

  Surveys(SeriesStore series) {
    this.series = series;
  }

  /**
   * A year of one species at one subject.
   *
   * @param unknown records that may belong there, but their position is too uncertain to say
   */
  record PhenologyOfSpecies(
      String subjectKind,
      String subject,
      String scientificName,
      @Nullable String vernacularName,
      int year,
      long unknown,
      List<Phenology.Passage> passages,
      List<Phenology.Point> curve) {}

  /**
   * A trend with what it rests on.
   *
   * @param effort {@code hour} or {@code km} where the sums are set against it, else null: then
   *     they are not corrected, and {@code notCorrected} says why
   * @param trend null when the years do not give one; {@code reason} says why
   */
  record TrendOfSpecies(
      String subjectKind,
      @Nullable String subject,
      String scientificName,
      String part,
      String method,
      @Nullable String effort,
      @Nullable String notCorrected,
      List<YearOfBirds> years,
      @Nullable Trend trend,
      @Nullable String reason) {}

  List<PhenologyOfSpecies> phenology(Subject subject, @Nullable String species, int year) {
    List<CountTotal> days = days(subject, species, year + "-01-01", year + "-12-31");
    Map<String, List<CountTotal>> bySpecies =
        days.stream()
            .collect(
                Collectors.groupingBy(
                    day -> day.subject() + "|" + day.scientificName(),
                    TreeMap::new,
                    Collectors.toList()));
    return bySpecies.values().stream().map(each -> phenology(each, year)).toList();
  }

  private PhenologyOfSpecies phenology(List<CountTotal> days, int year) {
    CountTotal any = days.get(0);
    Phenology phenology = Phenology.of(days.stream().map(Surveys::day).toList(), settings);
    return new PhenologyOfSpecies(
        any.subjectKind(),
        any.subject(),
        any.scientificName(),
        Species.load().find(any.scientificName()).map(Species::vernacularName).orElse(null),
        year,
        days.stream().mapToLong(CountTotal::unknown).sum(),
        phenology.passages(),
        phenology.curve());
  }

  List<NightPassage> nights(Subject subject, @Nullable String species, Instant from, Instant to) {
    return NightPassage.of(records(subject, species, from, to), settings);
  }

  List<EffortRate> effort(
      Subject subject, String species, LocalDate first, LocalDate last, @Nullable String per) {
    return new EffortRates(settings, period(per == null ? "month" : per))
        .of(records(subject, null, start(first), start(last.plusDays(1))), species);
  }

  TrendOfSpecies trend(Subject subject, String species, String part, LocalDate today) {
    SurveySettings.Part of = part(part);
    LocalDate lastWhole = today.isAfter(of.end(today.getYear())) ? today : today.minusYears(1);
    List<DayOfBirds> days =
        days(subject, species, null, of.end(lastWhole.getYear()).toString()).stream()
            .map(Surveys::day)
            .filter(day -> of.covers(day.date()))
            .toList();
    Map<Integer, Long> sums = new TreeMap<>();
    days.stream()
        .filter(day -> day.records() > 0)
        .forEach(day -> sums.merge(day.date().getYear(), day.individuals(), Long::sum));
    Map<Integer, EffortRate> corrected = corrected(subject, species, of, sums);
    List<YearOfBirds> years = new ArrayList<>();
    sums.forEach((year, individuals) -> years.add(year(year, individuals, corrected)));
    Optional<Trend> trend = Trend.of(years, settings);
    return new TrendOfSpecies(
        subject.kind(),
        subject.id(),
        Species.load().accepted(species),
        part,
        METHOD,
        corrected.isEmpty() ? null : corrected.values().iterator().next().measure(),
        corrected.isEmpty() ? "not every record of every year has an effort" : null,
        years,
        trend.orElse(null),
        trend.isPresent()
            ? null
            : "at least %d years with records, and birds in two of them, are needed"
                .formatted(settings.fewestYears()));
  }

  private static YearOfBirds year(int year, long individuals, Map<Integer, EffortRate> corrected) {
    EffortRate rate = corrected.get(year);
    BigDecimal effort = rate == null ? null : rate.effort();
    return rate == null || effort == null
        ? new YearOfBirds(year, individuals, null)
        : new YearOfBirds(year, rate.individuals(), effort.doubleValue());
  }

  /** Returns the rates of one measure by year if every year has it for all of its records. */
  private Map<Integer, EffortRate> corrected(
      Subject subject, String species, SurveySettings.Part part, Map<Integer, Long> sums) {
    if (sums.isEmpty()) {
      return Map.of();
    }
    List<Integer> years = List.copyOf(sums.keySet());
    LocalDate first = LocalDate.of(years.get(0), 1, 1);
    LocalDate last = LocalDate.of(years.get(years.size() - 1), 12, 31);
    List<PlacedOccurrence> records =
        records(subject, null, start(first), start(last.plusDays(1))).stream()
            .filter(placed -> part.covers(date(placed)))
            .toList();
    List<EffortRate> rates = new EffortRates(settings, period("year")).of(records, species);
    return List.of("hour", "km").stream()
        .map(measure -> complete(rates, measure, years))
        .filter(found -> !found.isEmpty())
        .findFirst()
        .orElse(Map.of());
  }

  private static Map<Integer, EffortRate> complete(
      List<EffortRate> rates, String measure, List<Integer> years) {
    Map<Integer, EffortRate> byYear = new TreeMap<>();
    for (EffortRate rate : rates) {
      boolean whole =
          rate.notCorrected().noEffort() == 0 && rate.notCorrected().contradictory() == 0;
      if (whole && measure.equals(rate.measure())) {
        byYear.put(Integer.valueOf(rate.period()), rate);
      }
    }
    byYear.keySet().retainAll(years);
    return byYear.size() == years.size() ? byYear : Map.of();
  }

  private SurveySettings.Part part(String id) {
    return settings
        .findPart(id)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "part=%s: year or one of %s"
                        .formatted(
                            id,
                            settings.passages().stream().map(SurveySettings.Part::id).toList())));
  }

  private List<CountTotal> days(
      Subject subject, @Nullable String species, @Nullable String from, @Nullable String to) {
    CountQuery query = subject.counts(species, from, to, CountQuery.Per.DAY);
    return whole(series.counts().list(query, Paging.first(MOST_DAYS)));
  }

  private List<PlacedOccurrence> records(
      Subject subject, @Nullable String species, Instant from, Instant to) {
    // A figure counts all of its records, whoever asks; it shows none of them.
    OccurrenceQuery query = subject.records(species, from, to);
    return whole(series.occurrences().list(Scope.everything(), query, Paging.first(MOST_RECORDS)));
  }

  private static <T> List<T> whole(Page<T> page) {
    if (page.next() != null) {
      throw new IllegalArgumentException(
          "more than %d rows; ask for less: a zone, a station, a species, a shorter time"
              .formatted(page.items().size()));
    }
    return page.items();
  }

  private static Function<LocalDate, String> period(String per) {
    return switch (per.toLowerCase(Locale.ROOT)) {
      case "day" -> LocalDate::toString;
      case "month" -> date -> date.toString().substring(0, 7);
      case "year" -> date -> String.valueOf(date.getYear());
      default -> throw new IllegalArgumentException("per=%s: day, month or year".formatted(per));
    };
  }

  private static LocalDate date(PlacedOccurrence placed) {
    return LocalDate.ofInstant(placed.occurrence().eventStart(), CivilTime.ZONE);
  }

  private static Instant start(LocalDate date) {
    return date.atStartOfDay(CivilTime.ZONE).toInstant();
  }

  private static DayOfBirds day(CountTotal total) {
    return new DayOfBirds(LocalDate.parse(total.period()), total.records(), total.individuals());
  }
}
