package hongyan.service.cases;

import hongyan.geo.place.CivilTime;
import hongyan.geo.place.Geodesy;
import hongyan.geo.place.Position;
import hongyan.pipelines.series.Scope;
import hongyan.service.alerts.AlertBook;
import hongyan.service.alerts.CaseSummary;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds cases that belong together: of one person, or at one place, within two years of each other
 * (法释〔2022〕12号 art. 12 adds up what one person did in that time). It says what they share and adds
 * nothing up: that is for people.
 */
@Component
class CaseLinks {
  /** Shorter than any degree of latitude, so that the box is never too small. */
  private static final double METRES_PER_DEGREE = 110_500;

  private final AlertBook alerts;
  private final SubjectStore subjects;
  private final LinkSettings settings = LinkSettings.load();

  CaseLinks(AlertBook alerts, SubjectStore subjects) {
    this.alerts = alerts;
    this.subjects = subjects;
  }

  /**
   * Another case and what it shares with the one that was asked about.
   *
   * @param because {@code same-id}, {@code same-name} (names may belong to two people) or {@code
   *     same-place}
   * @param metres between them, where both have a position
   */
  record Link(CaseSummary alert, List<String> because, @Nullable Double metres) {}

  /** Lists the links of an alert that {@code scope} sees, nearest in time first. */
  List<Link> list(Scope scope, CaseSummary of, @Nullable Double askedMetres) {
    double metres = askedMetres == null ? settings.placeMetres() : askedMetres;
    if (!(metres > 0 && metres <= 50_000)) {
      throw new IllegalArgumentException("metres=%s: above 0, up to 50000".formatted(metres));
    }
    Map<String, TreeSet<String>> because = new LinkedHashMap<>();
    subjects
        .alertsThatShare(of.id())
        .forEach((id, kinds) -> kinds.forEach(kind -> add(because, id, "same-" + kind)));
    near(scope, of, metres).forEach(id -> add(because, id, "same-place"));
    List<Link> links = new ArrayList<>();
    because.forEach(
        (id, reasons) ->
            alerts
                .findCase(scope, id)
                .filter(other -> !other.time().isBefore(from(of)))
                .filter(other -> !other.time().isAfter(to(of)))
                .ifPresent(
                    other -> links.add(new Link(other, List.copyOf(reasons), between(of, other)))));
    links.sort(
        Comparator.comparing((Link link) -> Duration.between(of.time(), link.alert().time()).abs())
            .thenComparing(link -> link.alert().id()));
    return links;
  }

  private static void add(Map<String, TreeSet<String>> because, String id, String reason) {
    because.computeIfAbsent(id, each -> new TreeSet<>()).add(reason);
  }

  private List<String> near(Scope scope, CaseSummary of, double metres) {
    Position position = of.position();
    if (position == null) {
      return List.of();
    }
    double lat = metres / METRES_PER_DEGREE;
    double lon = lat / Math.cos(Math.toRadians(Math.min(89, Math.abs(position.lat()) + lat)));
    List<Double> box =
        List.of(
            position.lon() - lon, position.lat() - lat, position.lon() + lon, position.lat() + lat);
    return alerts.listCases(scope, from(of), to(of).plusMillis(1), box).stream()
        .filter(other -> !other.id().equals(of.id()))
        .filter(other -> within(metres, of, other))
        .map(CaseSummary::id)
        .toList();
  }

  private static boolean within(double metres, CaseSummary of, CaseSummary other) {
    Double between = between(of, other);
    return between != null && between <= metres;
  }

  private static @Nullable Double between(CaseSummary one, CaseSummary other) {
    return one.position() == null || other.position() == null
        ? null
        : Geodesy.metres(one.position(), other.position());
  }

  private Instant from(CaseSummary of) {
    return of.time().atZone(CivilTime.ZONE).minusYears(settings.years()).toInstant();
  }

  private Instant to(CaseSummary of) {
    return of.time().atZone(CivilTime.ZONE).plusYears(settings.years()).toInstant();
  }
}
