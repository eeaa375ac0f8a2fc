package hongyan.service.problems.sheets;

import hongyan.geo.city.City;
import hongyan.geo.place.County;
import hongyan.service.accounts.WhoAsks;
import hongyan.service.documents.Language;
import hongyan.service.doors.rejects.Sha256;
import hongyan.service.problems.Campaign;
import hongyan.service.problems.Campaigns;
import hongyan.service.problems.Ledger;
import hongyan.service.problems.Light;
import hongyan.service.problems.Problem;
import hongyan.service.problems.ProblemField;
import hongyan.service.problems.ProblemQuery;
import hongyan.service.problems.ProblemStore;
import hongyan.service.problems.ProblemView;
import hongyan.service.problems.Step;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The ledger of problems as files: read in with a preview, written out. */
@Tag(name = "inspection")
@RestController
@RequestMapping("/api/v1/inspection/problems")
class LedgerFileController {
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final Ledger ledger;
  private final ProblemStore store;
  private final ImportStore imports;
  private final Campaigns campaigns;
  private final City city;
  private final Light.Rule lights;
  private final WhoAsks whoAsks;
  private final TransactionTemplate transaction;
  private final Clock clock;

  LedgerFileController(
      Ledger ledger,
      ProblemStore store,
      ImportStore imports,
      Campaigns campaigns,
      City city,
      Light.Rule problemLights,
      WhoAsks whoAsks,
      TransactionTemplate transaction,
      Clock clock) {
    this.ledger = ledger;
    this.store = store;
    this.imports = imports;
    this.campaigns = campaigns;
    this.city = city;
    this.lights = problemLights;
    this.whoAsks = whoAsks;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** Files that were taken in. */
  record ImportPage(List<ImportStore.Import> items, @Nullable String next) {}

  @Operation(
      summary = "Reads a ledger in CSV or XLSX: first a preview, then (dryRun=false) for good",
      description =
          "Headings in any order, titles above, merged cells, days as text. campaign holds for rows"
              + " that name none. Rows that break a rule are named with row and column and not taken.")
  @RequestBody(
      required = true,
      content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
  @PostMapping(
      path = "/import",
      consumes = {"text/csv", XLSX, "application/octet-stream"})
  LedgerPreview read(
      HttpServletRequest request,
      @RequestParam(defaultValue = "true") boolean dryRun,
      @RequestParam(required = false) @Nullable String campaign,
      @RequestParam(required = false) @Nullable String lang,
      @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String accept)
      throws IOException {
    ledger.requireEditor();
    byte[] body = request.getInputStream().readNBytes(TableFile.MAX_BYTES + 1);
    if (body.length > TableFile.MAX_BYTES) {
      throw TableFile.tooLarge("字节", "bytes", TableFile.MAX_BYTES);
    }
    Language language = Language.of(lang, accept);
    Map<ProblemField, String> given =
        campaign == null ? Map.of() : Map.of(ProblemField.CAMPAIGN, campaign);
    LedgerImport table = new LedgerImport(ledger, words(language), language, given);
    synchronized (this) { // one large table in memory at a time
      LedgerPreview preview = table.read(body, Sha256.hex(body), dryRun);
      if (!dryRun) {
        transaction.executeWithoutResult(open -> take(table, preview, body));
      }
      return preview;
    }
  }

  private void take(LedgerImport table, LedgerPreview preview, byte[] body) {
    imports.add(preview, body, whoAsks.get().account(), clock.instant());
    ledger.enter(table.taken(), Step.Action.IMPORTED, "sha256:" + preview.sha256());
  }

  @Operation(summary = "The files that were taken in, newest first, with what was refused of them")
  @GetMapping("/imports")
  ImportPage listImports(@RequestParam(defaultValue = "100") int limit) {
    ledger.requireEditor();
    return new ImportPage(imports.list(Math.min(Math.max(limit, 0), 1000)), null);
  }

  @Operation(summary = "A file as it was taken in", hidden = true)
  @GetMapping("/imports/{sha256}")
  ResponseEntity<byte[]> getImport(@PathVariable String sha256) {
    ledger.requireEditor();
    byte[] body =
        imports
            .findBody(sha256)
            .orElseThrow(() -> new NoSuchElementException("no import " + sha256));
    boolean xlsx = body.length > 1 && body[0] == 'P' && body[1] == 'K';
    return file(body, xlsx ? XLSX : "text/csv", sha256 + (xlsx ? ".xlsx" : ".csv"));
  }

  @Operation(summary = "The ledger as CSV or XLSX, with the filters of the list")
  @GetMapping("/export")
  ResponseEntity<byte[]> write(
      @ParameterObject ProblemQuery query,
      @RequestParam(defaultValue = "xlsx") String format,
      @RequestParam(required = false) @Nullable String lang,
      @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false)
          @Nullable String accept) {
    Language language = Language.of(lang, accept);
    List<Problem> problems =
        store.list(ledger.seen(query.filter(lights, ledger.today())), null, -1);
    LedgerTable table = table(language);
    String name = language == Language.EN ? "problems" : "问题台账";
    return switch (format) {
      case "csv" -> file(table.csv(problems), "text/csv;charset=UTF-8", name + ".csv");
      case "xlsx" -> file(table.xlsx(problems), XLSX, name + ".xlsx");
      default -> throw new IllegalArgumentException("format=%s: csv or xlsx".formatted(format));
    };
  }

  private LedgerTable table(Language language) {
    Map<String, Campaign> known = known();
    return new LedgerTable(
        language,
        county -> city.counties().find(county).map(County::name).orElse(county),
        id -> known.containsKey(id) ? language.of(known.get(id).title()) : id);
  }

  private ProblemView.Words words(Language language) {
    return new ProblemView.Words(known(), city.counties(), language, lights);
  }

  private Map<String, Campaign> known() {
    return campaigns.list().stream().collect(Collectors.toMap(Campaign::id, Function.identity()));
  }

  private static ResponseEntity<byte[]> file(byte[] body, String type, String name) {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(type))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build()
                .toString())
        .body(body);
  }
}
