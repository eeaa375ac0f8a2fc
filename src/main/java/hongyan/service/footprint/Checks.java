package hongyan.service.footprint;

import hongyan.geo.footprint.FootprintCheck;
import hongyan.geo.footprint.FootprintSheet;
import hongyan.geo.footprint.ZoneConcerned;
import hongyan.geo.place.CivilTime;
import hongyan.geo.place.Shape;
import hongyan.geo.zones.Zone;
import hongyan.pipelines.reference.Assessment;
import hongyan.pipelines.reference.Reference;
import hongyan.pipelines.reference.ReferenceLog;
import hongyan.service.accounts.WhoAsks;
import hongyan.service.errors.Conflict;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Checks footprints by the reference of the moment, and keeps what came of it. */
@Component
class Checks {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final ReferenceLog reference;
  private final CheckStore store;
  private final WhoAsks whoAsks;
  private final Clock clock;

  Checks(ReferenceLog reference, CheckStore store, WhoAsks whoAsks, Clock clock) {
    this.reference = reference;
    this.store = store;
    this.whoAsks = whoAsks;
    this.clock = clock;
  }

  /**
   * Checks and keeps; one at a time, so that large ones never share memory.
   *
   * <p>Under a number that is known the check that was kept is given back.
   *
   * @param at the moment whose zones, seasons and law are asked; null for now
   * @throws Conflict when that number is of another ground, other distances or another day
   */
  synchronized KeptCheck make(
      CheckRequest request, double buffer, double near, @Nullable Instant at) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Instant moment = at == null ? now : at;
    LocalDate day = LocalDate.ofInstant(moment, CivilTime.ZONE);
    FootprintCheck check = new FootprintCheck(FootprintSheet.SHEET, buffer, near);
    Reference known = reference.current();
    Map<Zone, Shape> zones = new LinkedHashMap<>();
    for (Zone zone : known.zones(check.reach(request.footprint()), moment)) {
      known.findShape(zone).ifPresent(shape -> zones.put(zone, shape));
    }
    String geometry = request.footprint().buffered(buffer).geojson();
    KeptCheck kept =
        new KeptCheck(
            request.id() == null ? newId(day) : known(request.id()),
            now,
            whoAsks.get().account(),
            request.project(),
            sha256(geometry),
            check.check(request.footprint(), zones, day),
            geometry);
    Optional<KeptCheck> before = store.find(kept.id());
    if (before.isEmpty()) {
      store.add(kept);
      return kept;
    }
    if (!before.get().asksTheSameAs(kept)) {
      throw new Conflict("footprint check %s is another one".formatted(kept.id()));
    }
    return before.get();
  }

  private static String known(String id) {
    if (!id.matches("[\\w-]{1,60}")) {
      throw new IllegalArgumentException(
          "id=%s: up to 60 letters, digits, - and _ are wanted".formatted(id));
    }
    return id;
  }

  /** Returns the ids of assessments on file for one of the zones that a check concerns, now. */
  List<String> assessments(KeptCheck check) {
    Reference known = reference.current();
    Instant now = clock.instant();
    return check.report().zones().stream()
        .flatMap(zone -> known.assessments(zone.id(), now).stream())
        .map(Assessment::id)
        .distinct()
        .sorted()
        .toList();
  }

  /** Returns the polygons of the zone versions that a check rests on, in its order. */
  List<String> polygons(KeptCheck check) {
    List<Zone> all = reference.current().zones();
    return check.report().zones().stream()
        .flatMap(
            (ZoneConcerned concerned) ->
                all.stream()
                    .filter(zone -> zone.id().equals(concerned.id()))
                    .filter(zone -> zone.version() == concerned.version()))
        .map(Zone::geometry)
        .toList();
  }

  private static String newId(LocalDate day) {
    byte[] random = new byte[5];
    RANDOM.nextBytes(random);
    return "FC-%s-%s".formatted(day.toString().replace("-", ""), HexFormat.of().formatHex(random));
  }

  private static String sha256(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
