package hongyan.service.footprint;

import hongyan.geo.footprint.FootprintSheet;
import hongyan.geo.footprint.Verdict;
import hongyan.geo.place.CivilTime;
import hongyan.pipelines.series.Page;
import hongyan.service.api.BoundedBody;
import hongyan.service.api.ListOptions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.ModelAndView;

/** Whether a project's ground keeps clear of zones (Regulation, article 4(3)). */
@Tag(name = "footprint")
@RestController
@RequestMapping("/api/v1/zones")
class FootprintController {
  private static final int MOST_BYTES = 4 << 20;
  private static final DateTimeFormatter MINUTES =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(CivilTime.ZONE);
  private static final Map<String, String> RELATIONS =
      Map.of("overlaps", "占用/穿越", "touches", "相接", "near", "邻近");
  private static final Map<String, String> KINDS =
      Map.of("flyway", "迁飞通道", "habitat", "栖息地", "reserve", "自然保护地", "no-hunting-area", "禁猎区");

  private final Checks checks;
  private final CheckStore store;

  FootprintController(Checks checks, CheckStore store) {
    this.checks = checks;
    this.store = store;
  }

  /**
   * How a check is made.
   *
   * @param bufferMetres on each side of a line, around points and areas; 0 when it is not said
   * @param nearMetres how far a zone is near; by zones/footprint.json when it is not said
   * @param at the moment whose zones, seasons and law are asked; now when it is not said
   * @param project name to keep with the check
   * @param id number to keep it under, so that sending it again is one check; else one is given
   * @param datum what the coordinates are, over what a file says
   * @param layer which of several layers of a file
   */
  record CheckOptions(
      @Nullable Double bufferMetres,
      @Nullable Double nearMetres,
      @Nullable Instant at,
      @Nullable String project,
      @Nullable String id,
      @Nullable String datum,
      @Nullable String layer) {}

  @Operation(
      summary =
          "Checks a project's ground: zones on it and near it, seasons, verdict with articles",
      description =
          "The body is a GeoJSON geometry, Feature or FeatureCollection; or an object of geometry,"
              + " bufferMetres, nearMetres and project; or a file as POST /zones/import takes it."
              + " Each check is kept.",
      requestBody =
          @RequestBody(
              required = true,
              content = {
                @Content(mediaType = "application/json"),
                @Content(mediaType = "application/geo+json")
              }))
  @PostMapping(path = "/footprint-check", params = "format!=html")
  FootprintView check(HttpServletRequest request, @ParameterObject CheckOptions options) {
    return view(make(request, options), false);
  }

  @Operation(summary = "The same, answered with a page to print; lang=en for English")
  @PostMapping(
      path = "/footprint-check",
      params = "format=html",
      produces = "text/html;charset=UTF-8")
  ModelAndView checkAndShow(
      HttpServletRequest request,
      @ParameterObject CheckOptions options,
      @RequestParam(required = false) @Nullable String lang,
      Locale locale) {
    return page(make(request, options), lang, locale);
  }

  @Operation(summary = "The checks that were made, newest first")
  @GetMapping("/footprint-checks")
  Page<FootprintView> list(
      @RequestParam(required = false) @Nullable String verdict,
      @ParameterObject ListOptions options) {
    if (verdict != null
        && Arrays.stream(Verdict.values()).noneMatch(each -> each.code().equals(verdict))) {
      throw new IllegalArgumentException(
          "verdict=%s: clear, assess or avoid is wanted".formatted(verdict));
    }
    return ListOptions.show(store.list(verdict, options.paging()), kept -> view(kept, false));
  }

  @Operation(summary = "One check as it was answered")
  @GetMapping(path = "/footprint-checks/{id}", params = "format!=html")
  FootprintView get(@PathVariable String id) {
    return view(kept(id), true);
  }

  @Operation(summary = "The same as a page to print into a project's file; lang=en for English")
  @GetMapping(
      path = "/footprint-checks/{id}",
      params = "format=html",
      produces = "text/html;charset=UTF-8")
  ModelAndView show(
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String lang,
      Locale locale) {
    return page(kept(id), lang, locale);
  }

  private KeptCheck make(HttpServletRequest request, CheckOptions options) {
    CheckRequest sent =
        CheckRequest.read(BoundedBody.read(request, MOST_BYTES), options.datum(), options.layer());
    return checks.make(
        sent.named(options.id(), options.project()),
        first(options.bufferMetres(), sent.bufferMetres(), 0),
        first(options.nearMetres(), sent.nearMetres(), FootprintSheet.SHEET.nearMetres()),
        options.at());
  }

  private static double first(@Nullable Double asked, @Nullable Double sent, double otherwise) {
    return asked != null ? asked : sent != null ? sent : otherwise;
  }

  private KeptCheck kept(String id) {
    return store.find(id).orElseThrow(() -> new NoSuchElementException("no footprint check " + id));
  }

  private FootprintView view(KeptCheck kept, boolean withGeometry) {
    return FootprintView.of(kept, checks.assessments(kept), withGeometry);
  }

  private ModelAndView page(KeptCheck kept, @Nullable String lang, Locale locale) {
    List<String> polygons = checks.polygons(kept);
    CheckMap map = CheckMap.of(kept.geometry(), polygons, kept.report().nearMetres());
    String language = lang == null ? locale.getLanguage() : lang;
    return new ModelAndView(
        "footprint-check",
        Map.of(
            "check",
            view(kept, false),
            "at",
            MINUTES.format(kept.at()),
            "map",
            map,
            "bar",
            map.barMetres(),
            "kinds",
            KINDS,
            "relations",
            RELATIONS,
            "zh",
            !language.startsWith("en")));
  }
}
