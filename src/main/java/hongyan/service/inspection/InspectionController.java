package hongyan.service.inspection;

import hongyan.pipelines.air.CivilPeriod;
import hongyan.service.documents.Language;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The inspection targets and the report on them, over HTTP. */
@Tag(name = "inspection")
@RestController
@RequestMapping("/api/v1/inspection")
public class InspectionController {
  private static final int MOST = 1000;

  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final List<String> FORMATS = List.of("json", "csv", "xlsx", "html", "pdf");

  private final Inspection inspection;
  private final Reporting reporting;
  private final ReportPage page;

  public InspectionController(Inspection inspection, Reporting reporting, ReportPage page) {
    this.inspection = inspection;
    this.reporting = reporting;
    this.page = page;
  }

  /** A page of a list; {@code next} is the cursor of the next one, or null at the end. */
  public record TargetPage(List<TargetFigure> items, @Nullable String next) {}

  /** Lists targets in the order of the report, the computed ones first. */
  @Operation(summary = "The targets with actual, gap and light, the computed ones first")
  @GetMapping("/targets")
  public TargetPage listTargets(
      @RequestParam(required = false) @Nullable String period,
      @RequestParam(required = false) @Nullable String county,
      @RequestParam(defaultValue = "500") int limit,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(required = false) @Nullable String lang,
      @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false)
          @Nullable String accept) {
    checkCounty(county);
    if (limit < 1 || limit > MOST) {
      throw refused("limit", Integer.toString(limit), "range", "allowed are 1 to " + MOST);
    }
    CivilPeriod wanted = period == null ? null : periodOf(period);
    List<TargetFigure> all = inspection.list(wanted, county, Language.of(lang, accept));
    int from = cursor == null ? 0 : positionAfter(cursor, all);
    int to = Math.min(all.size(), from + limit);
    return new TargetPage(all.subList(from, to), to < all.size() ? all.get(to - 1).id() : null);
  }

  private static int positionAfter(String cursor, List<TargetFigure> all) {
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).id().equals(cursor)) {
        return i + 1;
      }
    }
    throw refused("cursor", cursor, "known-cursor", "not a cursor of this list");
  }

  /** Returns one target by its id. */
  @Operation(summary = "One target")
  @GetMapping("/targets/{id}")
  public TargetFigure getTarget(
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String lang,
      @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false)
          @Nullable String accept) {
    return inspection
        .find(id, Language.of(lang, accept))
        .orElseThrow(
            () ->
                new ErrorResponseException(
                    HttpStatus.NOT_FOUND,
                    ProblemDetail.forStatusAndDetail(
                        HttpStatus.NOT_FOUND, "no inspection target has the id " + id),
                    null));
  }

  /** Returns the report on a period of the city or of one county, in the form asked for. */
  @Operation(
      summary = "The report on a year, half-year, quarter or month",
      description =
          "Of the whole city or one county; format: json, csv, xlsx, html or pdf, the same figures in"
              + " each.")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = Report.class)))
  @GetMapping("/report")
  public ResponseEntity<Object> getReport(
      @RequestParam String period,
      @RequestParam(required = false) @Nullable String county,
      @RequestParam(defaultValue = "json") String format,
      @RequestParam(required = false) @Nullable String lang,
      @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false)
          @Nullable String accept) {
    checkCounty(county);
    Language language = Language.of(lang, accept);
    CivilPeriod wanted = periodOf(period);
    if (!FORMATS.contains(format)) {
      throw refused("format", format, "known-format", "allowed are " + String.join(" ", FORMATS));
    }
    Report report = reporting.report(wanted, county, language);
    String name = "hongyan-%s%s.%s".formatted(period, county == null ? "" : "-" + county, format);
    ReportTables tables = new ReportTables(report, language);
    return switch (format) {
      case "csv" -> file(tables.csv(), "text/csv;charset=UTF-8", name);
      case "xlsx" -> file(tables.xlsx(), XLSX, name);
      case "pdf" -> file(page.pdf(report, language, base()), "application/pdf", name);
      case "html" ->
          ResponseEntity.ok()
              .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
              .body(page.html(report, language).getBytes(StandardCharsets.UTF_8));
      default -> ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(report);
    };
  }

  private static URI base() {
    return ServletUriComponentsBuilder.fromCurrentContextPath().path("/").build().toUri();
  }

  private static ResponseEntity<Object> file(byte[] body, String type, String name) {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(type))
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
        .body(body);
  }

  private void checkCounty(@Nullable String county) {
    if (county != null && !inspection.hasCounty(county)) {
      throw refused("county", county, "known-county", "no county of the city has this code");
    }
  }

  private static CivilPeriod periodOf(String period) {
    try {
      return CivilPeriod.parse(period);
    } catch (IllegalArgumentException none) {
      throw refused("period", period, "period", "allowed are 2024, 2024-H1, 2024-Q3 and 2024-07");
    }
  }

  private static ErrorResponseException refused(
      String field, String value, String rule, String message) {
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(
            HttpStatus.BAD_REQUEST, "%s=%s: %s".formatted(field, value, message));
    problem.setProperty(
        "errors",
        List.of(
            Map.of(
                "path", field, "field", field, "value", value, "rule", rule, "message", message)));
    return new ErrorResponseException(HttpStatus.BAD_REQUEST, problem, null);
  }
}
