package hongyan.service.doors;

import hongyan.geo.city.City;
import hongyan.geo.law.Article7;
import hongyan.service.doors.forms.BodyFault;
import hongyan.service.doors.rejects.Fault;
import hongyan.service.doors.rejects.Language;
import hongyan.service.doors.rejects.Rule;
import hongyan.service.log.LogUnavailable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The doors over HTTP. 202 means that the accepted records are on the log. */
@Tag(name = "ingest")
@RestController
public class IngestController {
  private static final Logger LOG = LoggerFactory.getLogger(IngestController.class);

  private final Door door;
  private final Bodies bodies;
  private final Kind<?> readings = new ReadingKind();
  private final Kind<?> occurrences = new OccurrenceKind();
  private final Uploads uploads;
  private final Predicate<String> isConduct;
  private final Kind<?> deviceStatuses = new DeviceStatusKind();
  private final Kind<?> forecasts;

  public IngestController(Door door, Bodies bodies, Uploads uploads, Article7 article7, City city) {
    this.door = door;
    this.bodies = bodies;
    this.uploads = uploads;
    this.isConduct = code -> article7.findConduct(code).isPresent();
    this.forecasts = new ForecastKind(city.adcode());
  }

  /** Takes air readings: JSON, lines of JSON, CSV long, CSV of the national hourly archive. */
  @Operation(
      summary = "Air readings: JSON, NDJSON, CSV long or wide (national hourly archive)",
      requestBody =
          @RequestBody(
              required = true,
              content = {
                @Content(mediaType = "application/json"),
                @Content(mediaType = "application/x-ndjson"),
                @Content(mediaType = "text/csv")
              }))
  @PostMapping("/api/v1/readings")
  @ResponseStatus(HttpStatus.ACCEPTED)
  public Answer readings(HttpServletRequest request) {
    return take(readings, request);
  }

  /** Takes bird records in Darwin Core's terms: JSON, lines of JSON, CSV, TSV, archives. */
  @Operation(
      summary = "Bird records in Darwin Core terms, also as Darwin Core Archive",
      requestBody =
          @RequestBody(
              required = true,
              content = {
                @Content(mediaType = "application/json"),
                @Content(mediaType = "application/x-ndjson"),
                @Content(mediaType = "text/csv"),
                @Content(mediaType = "text/tab-separated-values"),
                @Content(
                    mediaType = "application/zip",
                    schema = @Schema(type = "string", format = "binary"))
              }))
  @PostMapping("/api/v1/occurrences")
  @ResponseStatus(HttpStatus.ACCEPTED)
  public Answer occurrences(HttpServletRequest request) {
    return take(occurrences, request);
  }

  /** Takes reports of conducts: JSON, lines of JSON, or one of them with photos and recordings. */
  @Operation(
      summary = "Reports of conducts of Article 7",
      description =
          "As multipart/form-data: one record as JSON in the part finding, every other part a photo"
              + " or recording.",
      requestBody =
          @RequestBody(
              required = true,
              content = {
                @Content(mediaType = "application/json"),
                @Content(mediaType = "application/x-ndjson")
              }))
  @PostMapping("/api/v1/findings")
  @ResponseStatus(HttpStatus.ACCEPTED)
  public Answer findings(HttpServletRequest request) {
    if (!Uploads.isOne(request.getContentType())) {
      return take(new FindingKind(isConduct, uploads.none()), request);
    }
    ContentType type = new ContentType(Form.JSON, StandardCharsets.UTF_8);
    return uploads.read(
        request,
        "finding",
        (record, upload) ->
            door.take(new FindingKind(isConduct, upload), type, record, language(request)));
  }

  /** Takes reports of dead, sick, hurt and trapped birds: as findings come. */
  @Operation(
      summary = "Dead, sick, hurt and trapped birds",
      description =
          "As multipart/form-data: one record as JSON in the part casualty, every other part a photo"
              + " or recording.",
      requestBody =
          @RequestBody(
              required = true,
              content = {
                @Content(mediaType = "application/json"),
                @Content(mediaType = "application/x-ndjson")
              }))
  @PostMapping("/api/v1/casualties")
  @ResponseStatus(HttpStatus.ACCEPTED)
  public Answer casualties(HttpServletRequest request) {
    if (!Uploads.isOne(request.getContentType())) {
      return take(new CasualtyKind(uploads.none()), request);
    }
    ContentType type = new ContentType(Form.JSON, StandardCharsets.UTF_8);
    return uploads.read(
        request,
        "casualty",
        (record, upload) -> door.take(new CasualtyKind(upload), type, record, language(request)));
  }

  /** Takes forecasts of the air: JSON, lines of JSON. */
  @Operation(
      summary = "Forecasts of the air, up to seven days ahead",
      requestBody =
          @RequestBody(
              required = true,
              content = {
                @Content(mediaType = "application/json"),
                @Content(mediaType = "application/x-ndjson")
              }))
  @PostMapping("/api/v1/forecasts")
  @ResponseStatus(HttpStatus.ACCEPTED)
  public Answer forecasts(HttpServletRequest request) {
    return take(forecasts, request);
  }

  /** Takes what devices say of themselves: JSON, lines of JSON. */
  @Operation(
      summary = "Status of devices: position, tamper, battery, online",
      requestBody =
          @RequestBody(
              required = true,
              content = {
                @Content(mediaType = "application/json"),
                @Content(mediaType = "application/x-ndjson")
              }))
  @PostMapping("/api/v1/devices/status")
  @ResponseStatus(HttpStatus.ACCEPTED)
  public Answer deviceStatuses(HttpServletRequest request) {
    return take(deviceStatuses, request);
  }

  private Answer take(Kind<?> kind, HttpServletRequest request) {
    ContentType type = ContentType.parse(request.getContentType(), kind.forms());
    Language language = language(request);
    return bodies.read(request, body -> door.take(kind, type, body, language));
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> refused(BodyFault fault, HttpServletRequest request) {
    return Problems.of(fault.line(), fault.fault(), language(request));
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> unavailable(LogUnavailable failure, HttpServletRequest request) {
    LOG.error("A body was sent away because the log cannot be written", failure);
    Fault fault = new Fault(null, null, Rule.LOG_UNAVAILABLE, null);
    return Problems.of(0, fault, language(request));
  }

  private static Language language(HttpServletRequest request) {
    return Language.of(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
  }
}
