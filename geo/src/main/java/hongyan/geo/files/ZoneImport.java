package hongyan.geo.files;

import hongyan.geo.place.Counties;
import hongyan.geo.place.Repair;
import hongyan.geo.place.Shape;
import hongyan.geo.zones.GeometryFault;
import hongyan.geo.zones.Zone;
import hongyan.geo.zones.ZoneGeometry;
import hongyan.geo.zones.ZoneKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * Makes of a file's features what would become versions of zones, and says all that is wrong with
 * each. Decides nothing: who imports does.
 */
public final class ZoneImport {

  private final Counties counties;
  private final Map<String, Zone> last;

  /**
   * An import beside what is known.
   *
   * @param known all versions of all zones
   */
  public ZoneImport(Counties counties, List<Zone> known) {
    this.counties = counties;
    this.last =
        known.stream()
            .collect(
                Collectors.toMap(
                    Zone::id,
                    zone -> zone,
                    (a, b) -> Comparator.comparingInt(Zone::version).compare(a, b) < 0 ? b : a));
  }

  /** Returns a proposal for each feature, in the order of the file. */
  public List<ZoneProposal> propose(PolygonFile file, ZoneDefaults defaults) {
    Map<String, Integer> first = new HashMap<>();
    List<ZoneProposal> proposals = new ArrayList<>();
    for (PolygonFile.Feature feature : file.features()) {
      List<ImportFault> faults = new ArrayList<>();
      Attributes attributes = new Attributes(feature.properties(), defaults, faults);
      String id = attributes.id();
      Integer before = id.isEmpty() ? null : first.putIfAbsent(id, feature.number());
      if (before != null) {
        faults.add(
            ImportFault.of(
                "id",
                "same-id-twice",
                "'%s' is feature %d of this file too".formatted(id, before)));
      }
      proposals.add(proposal(file, feature, id, attributes, faults));
    }
    return proposals;
  }

  private ZoneProposal proposal(
      PolygonFile file,
      PolygonFile.Feature feature,
      String id,
      Attributes attributes,
      List<ImportFault> faults) {
    List<ImportFault> doubts = new ArrayList<>();
    Zone former = last.get(id);
    ZoneKind kind = attributes.kind();
    String name = attributes.name();
    Instant from = attributes.validFrom();
    Instant to = attributes.validTo(from);
    var seasons = attributes.seasons();
    Optional<Shape> shape = shape(feature, faults);
    Optional<Repair> repair =
        shape.isPresent() || feature.unplaced() != null
            ? Optional.empty()
            : Repair.offer(feature.geometry());
    shape
        .or(() -> repair.map(offered -> Shape.of(offered.geometry())))
        .ifPresent(
            found -> {
              faults.addAll(CityLimits.faults(found, counties));
              doubts.addAll(CityLimits.doubts(found, counties));
            });
    if (shape.isPresent()) {
      doubts.addAll(datumDoubts(file, feature, former));
    }
    Zone made =
        new Zone(
            id,
            name,
            kind == null ? ZoneKind.FLYWAY : kind,
            former == null ? 1 : former.version() + 1,
            feature.geometry(),
            from == null ? Instant.EPOCH : from,
            to,
            seasons,
            attributes.document(),
            attributes.illustrative());
    boolean unchanged = faults.isEmpty() && former != null && former.saysTheSameAs(made);
    if (former != null && !unchanged) {
      compareWith(former, made, faults, doubts);
    }
    return new ZoneProposal(
        feature.number(),
        feature.line(),
        id,
        name,
        kind,
        unchanged ? made.version() - 1 : made.version(),
        unchanged,
        from,
        to,
        seasons,
        made.document(),
        made.illustrative(),
        feature.geometry(),
        shape.map(Shape::hectares).orElse(null),
        faults,
        doubts,
        repair.orElse(null));
  }

  private static Optional<Shape> shape(PolygonFile.Feature feature, List<ImportFault> faults) {
    if (feature.unplaced() != null) {
      faults.add(ImportFault.of("geometry", "off-earth", feature.unplaced()));
      return Optional.empty();
    }
    List<GeometryFault> found = ZoneGeometry.check(feature.geometry());
    found.forEach(
        fault ->
            faults.add(
                new ImportFault("geometry", fault.rule(), fault.message(), fault.position())));
    return found.isEmpty() ? Optional.of(Shape.of(feature.geometry())) : Optional.empty();
  }

  private List<ImportFault> datumDoubts(
      PolygonFile file, PolygonFile.Feature feature, @Nullable Zone former) {
    JsonNode pairs = feature.pairs() == null ? MissingNode.getInstance() : feature.pairs();
    return file
        .degrees()
        .flatMap(
            datum ->
                new DatumEvidence(counties)
                    .find(pairs, datum, former == null ? null : Shape.of(former.geometry())))
        .map(doubt -> ImportFault.of("datum", "datum-doubtful", doubt.message()))
        .stream()
        .toList();
  }

  private static void compareWith(
      Zone former, Zone made, List<ImportFault> faults, List<ImportFault> doubts) {
    if (!made.validFrom().isAfter(former.validFrom())) {
      faults.add(
          ImportFault.of(
              "validFrom",
              "not-later",
              "version %d holds from %s on; a new one begins later than that"
                  .formatted(former.version(), former.validFrom())));
    }
    if (made.kind() != former.kind()) {
      doubts.add(
          ImportFault.of(
              "kind",
              "kind-changed",
              "was %s, would be %s; the law keeps the kinds apart"
                  .formatted(former.kind().code(), made.kind().code())));
    }
  }
}
