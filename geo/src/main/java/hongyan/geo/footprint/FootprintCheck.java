package hongyan.geo.footprint;

import hongyan.geo.place.Bounds;
import hongyan.geo.place.Footprint;
import hongyan.geo.place.Shape;
import hongyan.geo.zones.Seasons;
import hongyan.geo.zones.Zone;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Checks a project's ground against zones. Pure.
 *
 * <p>On or across a flyway, habitat or reserve: {@code avoid}. At its border, or nearer than the
 * distance that is asked for: {@code assess}. Else {@code clear}. A no-hunting area is listed but
 * makes no verdict: the law keeps hunting out of it, not construction.
 */
public final class FootprintCheck {

  private final FootprintSheet sheet;
  private final double bufferMetres;
  private final double nearMetres;

  /**
   * A check with these distances.
   *
   * @throws IllegalArgumentException naming a distance that may not be asked for
   */
  public FootprintCheck(FootprintSheet sheet, double bufferMetres, double nearMetres) {
    this.sheet = sheet;
    this.bufferMetres = allowed("bufferMetres", bufferMetres, sheet.mostBufferMetres());
    this.nearMetres = allowed("nearMetres", nearMetres, sheet.mostNearMetres());
  }

  private static double allowed(String name, double metres, double most) {
    if (!(metres >= 0 && metres <= most)) {
      throw new IllegalArgumentException(
          "%s=%s: 0 to %s metres are allowed".formatted(name, metres, most));
    }
    return metres;
  }

  /** Returns bounds outside of which no zone can be concerned. */
  public Bounds reach(Footprint sent) {
    Bounds box = sent.bounds();
    double metres = bufferMetres + nearMetres + 1;
    return new Bounds(
        Bounds.around(box.southWest(), metres).southWest(),
        Bounds.around(box.northEast(), metres).northEast());
  }

  /**
   * Checks.
   *
   * @param sent as it was sent, without a buffer
   * @param zones those in force on the day, with their polygons
   */
  public FootprintReport check(Footprint sent, Map<Zone, Shape> zones, LocalDate day) {
    Footprint ground = sent.buffered(bufferMetres);
    List<ZoneConcerned> concerned =
        zones.entrySet().stream()
            .flatMap(zone -> concerned(sent, ground, zone.getKey(), zone.getValue(), day).stream())
            .sorted(
                Comparator.comparingDouble(ZoneConcerned::distanceMetres)
                    .thenComparing(Comparator.comparing(ZoneConcerned::overlapHectares).reversed())
                    .thenComparing(ZoneConcerned::id))
            .toList();
    Verdict verdict = verdict(concerned);
    return new FootprintReport(
        day,
        bufferMetres,
        nearMetres,
        ground.hectares(),
        sent.metres(),
        concerned,
        verdict,
        verdict == Verdict.CLEAR ? List.of() : sheet.provisionsOn(day),
        sheet.version());
  }

  private static Verdict verdict(List<ZoneConcerned> concerned) {
    return concerned.stream()
        .filter(ZoneConcerned::counts)
        .map(zone -> zone.relation().equals("overlaps") ? Verdict.AVOID : Verdict.ASSESS)
        .max(Comparator.naturalOrder())
        .orElse(Verdict.CLEAR);
  }

  private Optional<ZoneConcerned> concerned(
      Footprint sent, Footprint ground, Zone zone, Shape shape, LocalDate day) {
    Footprint.Overlap overlap = ground.overlap(shape);
    double distance = overlap.touches() ? 0 : ground.metresFrom(shape);
    if (distance > nearMetres) {
      return Optional.empty();
    }
    return Optional.of(
        new ZoneConcerned(
            zone.id(),
            zone.name(),
            zone.kind().code(),
            zone.version(),
            zone.document(),
            zone.illustrative(),
            relation(overlap, ground),
            sheet.kindsThatCount().contains(zone.kind().code()),
            overlap.hectares(),
            overlap.hectares() / shape.hectares(),
            ground.isArea() ? overlap.hectares() / ground.hectares() : null,
            sent.overlap(shape).metres(),
            distance,
            Seasons.listOn(zone.seasons(), day),
            Seasons.findNext(zone.seasons(), day).orElse(null)));
  }

  /** A point in a zone has neither area nor length in it, and yet stands on it. */
  private static String relation(Footprint.Overlap overlap, Footprint ground) {
    if (!overlap.touches()) {
      return "near";
    }
    boolean shares = overlap.hectares() > 0 || overlap.metres() > 0;
    return shares || !ground.isArea() && ground.metres() == 0 ? "overlaps" : "touches";
  }
}
