package hongyan.service.inspection;

import hongyan.geo.place.CivilTime;
import hongyan.geo.place.County;
import hongyan.pipelines.air.CivilPeriod;
import hongyan.pipelines.air.Gb3095;
import hongyan.pipelines.reference.Reference;
import hongyan.service.documents.Language;
import hongyan.service.problems.Light;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Sets each target beside what is so: actual figure, gap and light. Thread-safe. */
public final class Inspection {
  private final Jurisdiction city;
  private final Targets targets;
  private final InspectionData data;
  private final Light.Rule lights;
  private final Clock clock;
  private final Gb3095 limits = Gb3095.load();
  private final Map<String, Target> byId;

  /** The clock says what today is, for the lights; its zone does not matter. */
  public Inspection(
      Jurisdiction city, Targets targets, InspectionData data, Light.Rule lights, Clock clock) {
    this.city = city;
    this.targets = targets;
    this.data = data;
    this.lights = lights;
    this.clock = clock;
    this.byId = targets.fixed().stream().collect(Collectors.toMap(Target::id, Function.identity()));
  }

  /** Returns the counties' names by adcode. */
  Map<String, String> countyNames() {
    return city.counties().stream().collect(Collectors.toMap(County::adcode, County::name));
  }

  boolean hasCounty(String county) {
    return city.hasCounty(county);
  }

  /**
   * Returns the targets of a period, or all that a document names and those computed for this year.
   *
   * @param county adcode for that county's computed figures, or null for the city's targets
   */
  List<TargetFigure> list(
      @Nullable CivilPeriod period, @Nullable String county, Language language) {
    List<Target> list =
        period == null
            ? targets.listAll(today().getYear(), county, limits)
            : targets.listOf(period, county, limits);
    return figures(list, new YearData(data), language);
  }

  Optional<TargetFigure> find(String id, Language language) {
    return find(id).map(each -> figure(each, new YearData(data), language));
  }

  /** Names what the figure of a target rests on; nothing of one that is not there. */
  TargetRecords.Named name(String id, Reference reference) {
    return find(id)
        .map(new TargetRecords(city, data, reference)::of)
        .orElse(TargetRecords.Named.NOTHING);
  }

  private Optional<Target> find(String id) {
    return targets
        .find(id, limits)
        .filter(each -> each.county() == null || city.hasCounty(each.county()));
  }

  /** Returns the figures of a period, asking each store once. */
  List<TargetFigure> figures(
      CivilPeriod period, @Nullable String county, YearData once, Language language) {
    return figures(targets.listOf(period, county, limits), once, language);
  }

  private List<TargetFigure> figures(List<Target> list, YearData once, Language language) {
    return list.stream().map(each -> figure(each, once, language)).toList();
  }

  private TargetFigure figure(Target target, YearData once, Language language) {
    Actual computed = actual(target, once);
    BigDecimal actual = computed == null ? target.declared() : computed.value();
    Light light = light(target, actual, computed == null || computed.valid());
    return new TargetFigure(
        target.id(),
        language.of(target.title()),
        target.section().code(),
        language.of(target.lawBasis()),
        language.of(target.department()),
        target.metric(),
        target.period(),
        target.county(),
        target.target(),
        actual,
        actual == null || target.target() == null ? null : actual.subtract(target.target()),
        target.declared(),
        target.baseline(),
        language.of(target.unit()),
        target.direction() == null ? null : Codes.of(target.direction()),
        target.deadline(),
        light == null ? null : Codes.of(light),
        Codes.of(computed == null ? Target.Source.DECLARED : target.source()),
        language.of(target.document()),
        language.ofNullable(target.note()),
        computed == null ? null : computed.records(),
        computed == null ? null : basis(computed, language),
        target.split(),
        sums(target, once, language));
  }

  /** Returns what the platform makes of its own records; null where it only has a document. */
  private @Nullable Actual actual(Target target, YearData once) {
    Actuals actuals = new Actuals(city, once, limits);
    return switch (target.source()) {
      case COMPUTED -> actuals.of(target);
      case LEDGER -> actuals.ofLedger(target, today()).orElse(null);
      case DECLARED -> null;
    };
  }

  private List<SumCheck> sums(Target target, YearData once, Language language) {
    List<SumCheck> sums = new ArrayList<>();
    for (List<String> parts : target.sumOf()) {
      sums.add(SumCheck.of("declared", target, parts, byId, Target::declared, language));
      if (ledger(target, once) != null) {
        sums.add(SumCheck.of("ledger", target, parts, byId, each -> ledger(each, once), language));
      }
    }
    return sums;
  }

  private @Nullable BigDecimal ledger(Target target, YearData once) {
    Actual counted = target.source() == Target.Source.LEDGER ? actual(target, once) : null;
    return counted == null ? null : counted.value();
  }

  private static TargetFigure.Basis basis(Actual computed, Language language) {
    return new TargetFigure.Basis(
        computed.unrounded(),
        computed.count(),
        language.of(computed.counted()),
        computed.valid(),
        language.of(computed.method()),
        computed.standards(),
        computed.query(),
        computed.counties());
  }

  /** A figure that the standard does not accept as one of the year meets no target. */
  private @Nullable Light light(Target target, @Nullable BigDecimal actual, boolean valid) {
    if (target.target() == null || actual == null) {
      return null;
    }
    boolean met =
        valid
            && Objects.requireNonNull(target.direction(), target.id()).met(actual, target.target());
    return lights.of(met, target.deadline(), today());
  }

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), CivilTime.ZONE);
  }
}
