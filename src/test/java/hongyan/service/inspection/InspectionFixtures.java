package hongyan.service.inspection;

import hongyan.geo.place.County;
import hongyan.pipelines.air.AirFigure;
import hongyan.pipelines.air.CivilPeriod;
import hongyan.pipelines.air.Mean;
import hongyan.pipelines.air.Period;
import hongyan.pipelines.air.Pollutant;
import hongyan.pipelines.alerts.Alert;
import hongyan.pipelines.alerts.AlertKind;
import hongyan.service.documents.Language;
import hongyan.service.problems.Funnel;
import hongyan.service.problems.FunnelView;
import hongyan.service.problems.Light;
import hongyan.service.problems.Problem;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** A small city: its days, its alerts, its targets. */
final class InspectionFixtures {
  static final Jurisdiction CITY =
      new Jurisdiction(
          "431100", "永州市", List.of(new County("431102", "零陵区"), new County("431127", "蓝山县")));

  /** Clean in every pollutant under every version of the limits. */
  static final Map<Pollutant, String> CLEAN =
      Map.of(
          Pollutant.PM25, "20",
          Pollutant.PM10, "30",
          Pollutant.SO2, "5",
          Pollutant.NO2, "10",
          Pollutant.O3, "90",
          Pollutant.CO, "0.8");

  private InspectionFixtures() {}

  static Targets targets() {
    return Targets.read(
        InspectionFixtures.class.getResourceAsStream("/city/yongzhou/targets.json"),
        "targets.json");
  }

  static Inspection inspection(InspectionData data, String today) {
    Instant noon = Instant.parse(today + "T04:00:00Z");
    return new Inspection(
        CITY, targets(), data, new Light.Rule(30), Clock.fixed(noon, ZoneOffset.UTC));
  }

  static Reporting reporting(InspectionData data, String today) {
    Instant noon = Instant.parse(today + "T04:00:00Z");
    return new Reporting(inspection(data, today), CITY, data, Clock.fixed(noon, ZoneOffset.UTC));
  }

  static ReportPage page() {
    ClassLoaderTemplateResolver templates = new ClassLoaderTemplateResolver();
    templates.setPrefix("templates/");
    templates.setSuffix(".html");
    templates.setTemplateMode(TemplateMode.HTML);
    templates.setCharacterEncoding("UTF-8");
    SpringTemplateEngine engine = new SpringTemplateEngine();
    engine.setTemplateResolver(templates);
    return new ReportPage(engine, CITY);
  }

  static AirFigure day(LocalDate date, Integer aqi, Map<Pollutant, String> values) {
    List<Mean> means =
        values.entrySet().stream().map(each -> mean(each.getKey(), each.getValue(), true)).toList();
    return day(date, aqi, means);
  }

  static AirFigure day(LocalDate date, Integer aqi, List<Mean> means) {
    return new AirFigure(
        "431100",
        Period.DAY,
        date.plusDays(1).atStartOfDay(ZoneId.of("Asia/Shanghai")).toInstant(),
        date.toString(),
        means,
        Map.of(),
        aqi,
        aqi == null ? null : 1 + Math.min(aqi, 299) / 50,
        List.of(),
        date.isBefore(LocalDate.parse("2026-03-01")) ? "HJ 633-2012" : "HJ 633-2026",
        aqi != null,
        null,
        true);
  }

  static Mean mean(Pollutant pollutant, String value, boolean valid) {
    return new Mean(pollutant, new BigDecimal(value), new BigDecimal(value), 24, valid);
  }

  static List<AirFigure> year(int year, Function<LocalDate, AirFigure> day) {
    return LocalDate.of(year, 1, 1).datesUntil(LocalDate.of(year + 1, 1, 1)).map(day).toList();
  }

  static List<AirFigure> cleanYear(int year) {
    return year(year, date -> day(date, 45, CLEAN));
  }

  static Map<Pollutant, String> with(Pollutant pollutant, String value) {
    Map<Pollutant, String> values = new HashMap<>(CLEAN);
    values.put(pollutant, value);
    return values;
  }

  static AlertCount violations(int item, String county, int count) {
    return new AlertCount(AlertKind.VIOLATION, "conduct", item, county, count);
  }

  static AlertCount pollution(String conduct, String county, int count) {
    return new AlertCount(AlertKind.POLLUTION, conduct, null, county, count);
  }

  /** The stores, in memory. */
  static final class Stores implements InspectionData {
    private final Map<String, List<AirFigure>> days = new HashMap<>();
    private final Map<Integer, List<AlertCount>> alerts = new HashMap<>();
    private final List<Alert> listedAlerts = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    Stores withDays(String subject, int year, List<AirFigure> figures) {
      days.put(subject + "/" + year, figures);
      return this;
    }

    Stores withAlerts(int year, AlertCount... counts) {
      alerts.computeIfAbsent(year, key -> new ArrayList<>()).addAll(List.of(counts));
      return this;
    }

    @Override
    public List<AirFigure> listDays(String subject, int year) {
      return days.getOrDefault(subject + "/" + year, List.of());
    }

    Stores withProblems(List<Problem> entries) {
      problems.addAll(entries);
      return this;
    }

    @Override
    public int countReviews(CivilPeriod period) {
      return period.from().getYear() == 2024 ? 3 : 0;
    }

    @Override
    public int countBulletins(CivilPeriod period) {
      return period.from().getYear() == 2024 ? 2 : 0;
    }

    @Override
    public List<AlertCount> countAlerts(CivilPeriod period) {
      return alerts.getOrDefault(period.from().getYear(), List.of());
    }

    Stores withListedAlerts(List<Alert> listed) {
      listedAlerts.addAll(listed);
      return this;
    }

    @Override
    public List<Alert> listAlerts(CivilPeriod period) {
      return listedAlerts;
    }

    @Override
    public List<Problem> listProblems() {
      return problems;
    }

    @Override
    public List<FunnelView> showFunnels(List<Problem> entries, Language language) {
      return entries.stream()
          .collect(Collectors.groupingBy(Problem::campaign, TreeMap::new, Collectors.toList()))
          .entrySet()
          .stream()
          .map(
              each ->
                  new FunnelView(
                      each.getKey(),
                      "行动 " + each.getKey(),
                      Funnel.of(each.getValue(), LocalDate.of(2024, 12, 15)),
                      "/api/v1/inspection/problems?campaign=" + each.getKey()))
          .toList();
    }
  }
}
