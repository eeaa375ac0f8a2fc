package hongyan.service.inspection;

import hongyan.service.documents.Language;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.ModelAndView;

/** The inspection targets and the report on them, over HTTP. */
@Tag(name = "inspection")
@RestController
@RequestMapping("/api/v1/inspection")
public class InspectionController {
  private static final int MOST = 1000;

  private final Inspection inspection;

  public InspectionController(Inspection inspection) {
    this.inspection = inspection;
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
    if (county != null && !inspection.hasCounty(county)) {
      throw refused("county", county, "known-county", "no county of the city has this code");
    }
    if (limit < 1 || limit > MOST) {
      throw refused("limit", Integer.toString(limit), "range", "allowed are 1 to " + MOST);
    }
    Integer year = period == null ? null : yearOf(period);
    List<TargetFigure> all = inspection.list(year, county, Language.of(lang, accept));
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

  /** Returns the report on a year as JSON. */
  @Operation(summary = "The report on a year: JSON, or a page to read and print (format=html)")
  @GetMapping(path = "/report", params = "format!=html")
  public Report getReport(
      @RequestParam String period,
      @RequestParam(defaultValue = "json") String format,
      @RequestParam(required = false) @Nullable String lang,
      @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false)
          @Nullable String accept) {
    if (!format.equals("json")) {
      throw refused("format", format, "known-format", "allowed are json and html");
    }
    return inspection.report(yearOf(period), Language.of(lang, accept));
  }

  /** Returns the report on a year as a page to read and print. */
  @GetMapping(path = "/report", params = "format=html", produces = "text/html;charset=UTF-8")
  public ModelAndView showReport(
      @RequestParam String period,
      @RequestParam(required = false) @Nullable String lang,
      @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false)
          @Nullable String accept) {
    Language language = Language.of(lang, accept);
    return new ModelAndView(
        "inspection-report",
        Map.of(
            "report",
            inspection.report(yearOf(period), language),
            "names",
            inspection.countyNames(),
            "zh",
            language == Language.ZH));
  }

  private static int yearOf(String period) {
    if (!period.matches("(19|20|21)\\d{2}")) {
      throw refused("period", period, "year", "a year is asked for, as 2024");
    }
    return Integer.parseInt(period);
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
