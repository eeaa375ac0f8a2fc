package hongyan.service.footprint;

import com.fasterxml.jackson.annotation.JsonInclude;
import hongyan.geo.footprint.FootprintReport;
import hongyan.geo.footprint.ZoneConcerned;
import hongyan.geo.law.Words;
import hongyan.pipelines.records.Json;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A check as the API gives it.
 *
 * @param verdict {@code clear}, {@code assess} or {@code avoid}
 * @param assessments ids of assessments on file for a zone that is concerned, on that day
 * @param geometry the ground that was checked; only on the check's own page
 */
record FootprintView(
    String id,
    Instant at,
    String by,
    @Nullable String project,
    String geometrySha256,
    LocalDate day,
    double bufferMetres,
    double nearMetres,
    double hectares,
    double metres,
    String verdict,
    Words words,
    List<Words> provisions,
    List<ZoneConcerned> zones,
    List<String> assessments,
    String sheet,
    String page,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable JsonNode geometry) {

  static FootprintView of(KeptCheck check, List<String> assessments, boolean withGeometry) {
    FootprintReport report = check.report();
    return new FootprintView(
        check.id(),
        check.at(),
        check.by(),
        check.project(),
        check.geometrySha256(),
        report.day(),
        report.bufferMetres(),
        report.nearMetres(),
        report.hectares(),
        report.metres(),
        report.verdict().code(),
        report.verdict().words(),
        report.provisions(),
        report.zones(),
        assessments,
        report.sheet(),
        "/api/v1/zones/footprint-checks/%s?format=html".formatted(check.id()),
        withGeometry ? Json.MAPPER.readTree(check.geometry()) : null);
  }
}
