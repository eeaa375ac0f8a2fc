package hongyan.service.reference;

import com.fasterxml.jackson.annotation.JsonInclude;
import hongyan.geo.city.City;
import hongyan.geo.files.ImportFault;
import hongyan.geo.files.PolygonFile;
import hongyan.geo.files.UnreadableFile;
import hongyan.geo.files.ZoneImport;
import hongyan.geo.files.ZoneProposal;
import hongyan.geo.zones.Season;
import hongyan.pipelines.records.Json;
import hongyan.service.accounts.Role;
import hongyan.service.accounts.WhoAsks;
import hongyan.service.api.BoundedBody;
import hongyan.service.errors.Forbidden;
import hongyan.service.errors.Refused;
import hongyan.service.errors.Refused.Fault;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/**
 * Zones from a file: first what would be taken of it and what is wrong, then, when somebody has
 * looked and asks again, taken. Files come one at a time, so that two large ones never share
 * memory.
 */
@Tag(name = "reference")
@RestController
@RequestMapping("/api/v1/zones/import")
class ZoneImportController {
  private static final int MOST_BYTES = 24 << 20;

  private final ReferenceBook book;
  private final ZoneImports imports;
  private final City city;
  private final WhoAsks whoAsks;

  ZoneImportController(ReferenceBook book, ZoneImports imports, City city, WhoAsks whoAsks) {
    this.book = book;
    this.imports = imports;
    this.city = city;
    this.whoAsks = whoAsks;
  }

  /**
   * What the file gave.
   *
   * @param declared what the file says of its coordinates
   * @param datum what they were read in
   * @param dryRun nothing was taken
   * @param taken how many features became versions
   * @param unchanged how many said what is there already
   * @param refused how many have faults
   */
  record Account(
      String format,
      @Nullable String declared,
      String datum,
      boolean dryRun,
      long taken,
      long unchanged,
      long refused,
      List<FeatureView> features) {}

  /**
   * One feature.
   *
   * @param outcome preview: {@code takeable}, {@code mendable}, {@code unchanged} or {@code
   *     refused}; else {@code taken}, {@code repaired}, {@code unchanged} or {@code refused}
   */
  record FeatureView(
      int feature,
      @Nullable Integer line,
      String outcome,
      String id,
      String name,
      @Nullable String kind,
      int version,
      @Nullable Instant validFrom,
      @Nullable Instant validTo,
      List<Season> seasons,
      @Nullable String document,
      boolean illustrative,
      @Nullable Double hectares,
      List<FaultView> faults,
      List<FaultView> doubts,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable RepairView repair,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable JsonNode geometry) {}

  /** What is wrong or doubtful; {@code position} is [lon, lat]. */
  record FaultView(String field, String rule, String message, @Nullable List<Double> position) {

    static FaultView of(ImportFault fault) {
      return new FaultView(
          fault.field(),
          fault.rule(),
          fault.message(),
          fault.position() == null
              ? null
              : List.of(fault.position().lon(), fault.position().lat()));
    }
  }

  /** The repair on offer, and what it would change, in hectares. */
  record RepairView(
      int parts, double hectaresAsWritten, double hectares, double change, JsonNode geometry) {}

  @Operation(
      summary = "Zones from GeoJSON, KML, KMZ, a zipped shapefile or a GeoPackage: a preview first",
      description =
          "The body is the file; its format is told by its content. Without dryRun=false nothing is"
              + " taken. A fault keeps its feature out, a doubt does not. A repair is made only of"
              + " features that repair= names.",
      requestBody =
          @RequestBody(
              required = true,
              content = {
                @Content(mediaType = "application/geo+json"),
                @Content(mediaType = "application/vnd.google-earth.kml+xml")
              }))
  @PostMapping
  Account post(HttpServletRequest request, @ParameterObject ImportOptions options) {
    return take(request, options);
  }

  @Operation(
      summary = "The same as POST",
      description = "Taking a file twice changes nothing, so either verb will do.",
      requestBody =
          @RequestBody(required = true, content = @Content(mediaType = "application/geo+json")))
  @PutMapping
  Account put(HttpServletRequest request, @ParameterObject ImportOptions options) {
    return take(request, options);
  }

  private synchronized Account take(HttpServletRequest request, ImportOptions options) {
    if (!options.dry() && !whoAsks.get().has(Role.FORESTRY)) {
      throw new Forbidden("zones are entered by the forestry bureau");
    }
    byte[] bytes = BoundedBody.read(request, MOST_BYTES);
    PolygonFile file = read(bytes, options);
    List<ZoneProposal> proposals =
        new ZoneImport(city.counties(), book.current().zones()).propose(file, options.defaults());
    List<FeatureView> features =
        options.dry()
            ? proposals.stream().map(each -> view(each, outcome(each), options)).toList()
            : imports.take(file, bytes, proposals, options).stream()
                .map(each -> view(each.proposal(), each.outcome(), options))
                .toList();
    return new Account(
        file.format().code(),
        file.declared(),
        file.datum(),
        options.dry(),
        count(features, "taken") + count(features, "repaired"),
        count(features, "unchanged"),
        features.stream().filter(each -> !each.faults().isEmpty()).count()
            - count(features, "repaired"),
        features);
  }

  private static PolygonFile read(byte[] bytes, ImportOptions options) {
    try {
      return PolygonFile.read(bytes, options.datum(), options.layer());
    } catch (UnreadableFile e) {
      throw new Refused(List.of(Fault.of("body", null, e.rule(), String.valueOf(e.getMessage()))));
    }
  }

  private static long count(List<FeatureView> features, String outcome) {
    return features.stream().filter(each -> each.outcome().equals(outcome)).count();
  }

  private static String outcome(ZoneProposal proposal) {
    if (proposal.unchanged()) {
      return "unchanged";
    }
    return proposal.sound() ? "takeable" : proposal.mendable() ? "mendable" : "refused";
  }

  private static FeatureView view(ZoneProposal proposal, String outcome, ImportOptions options) {
    return new FeatureView(
        proposal.feature(),
        proposal.line(),
        outcome,
        proposal.id(),
        proposal.name(),
        proposal.kind() == null ? null : proposal.kind().code(),
        proposal.version(),
        proposal.validFrom(),
        proposal.validTo(),
        proposal.seasons(),
        proposal.document(),
        proposal.illustrative(),
        proposal.hectares(),
        proposal.faults().stream().map(FaultView::of).toList(),
        proposal.doubts().stream().map(FaultView::of).toList(),
        proposal.repair() == null
            ? null
            : new RepairView(
                proposal.repair().parts(),
                proposal.repair().hectaresAsWritten(),
                proposal.repair().hectares(),
                proposal.repair().change(),
                Json.MAPPER.readTree(proposal.repair().geometry())),
        options.withGeometry() ? Json.MAPPER.readTree(proposal.geometry()) : null);
  }
}
