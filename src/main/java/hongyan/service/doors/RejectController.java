package hongyan.service.doors;

import hongyan.pipelines.series.Page;
import hongyan.service.accounts.Permissions;
import hongyan.service.accounts.WhoAsks;
import hongyan.service.doors.rejects.Fault;
import hongyan.service.doors.rejects.Language;
import hongyan.service.doors.rejects.Reject;
import hongyan.service.doors.rejects.RejectStore;
import hongyan.service.doors.rejects.Rule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What was refused, why, verbatim. */
@Tag(name = "ingest")
@RestController
public class RejectController {
  private static final int MOST = 1_000;

  private final RejectStore store;
  private final WhoAsks whoAsks;
  private final Permissions permissions;

  public RejectController(RejectStore store, WhoAsks whoAsks, Permissions permissions) {
    this.store = store;
    this.whoAsks = whoAsks;
    this.permissions = permissions;
  }

  /**
   * Lists what was refused.
   *
   * @param since ISO 8601 with offset
   * @param limit 1 to 1,000
   * @param cursor {@code next} of the page before
   */
  @Operation(summary = "What was refused, why, verbatim; newest first")
  @GetMapping("/api/v1/rejects")
  public Page<Reject> list(
      @RequestParam(required = false) @Nullable String since,
      @RequestParam(required = false) @Nullable String door,
      @RequestParam(required = false) @Nullable String rule,
      @RequestParam(defaultValue = "100") String limit,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false)
          @Nullable String acceptLanguage) {
    Language language = Language.of(acceptLanguage);
    int size = size(limit);
    RejectStore.Query query =
        new RejectStore.Query(since(since), door, rule, mark(cursor), size + 1);
    List<Reject> found = store.list(query);
    List<Reject> items = found.size() > size ? found.subList(0, size) : found;
    String next = found.size() > size ? cursor(items.get(size - 1)) : null;
    boolean showReporter = permissions.allows(whoAsks.get(), "reporter");
    return new Page<>(
        items.stream()
            .map(reject -> showReporter ? reject : reject.withoutReporter())
            .map(reject -> told(reject, language))
            .toList(),
        next);
  }

  /** Returns the reject with its message in the language; rules of other versions stay as kept. */
  private static Reject told(Reject of, Language language) {
    String message =
        Rule.findByCode(of.rule())
            .map(rule -> rule.message(language, of.field(), of.value(), of.extra()))
            .orElse(of.message());
    return new Reject(
        of.id(),
        of.door(),
        of.kind(),
        of.receivedAt(),
        of.body(),
        of.line(),
        of.field(),
        of.value(),
        of.rule(),
        of.extra(),
        message,
        of.raw(),
        of.rawSha256());
  }

  private static int size(String limit) {
    try {
      int size = Integer.parseInt(limit);
      if (size >= 1 && size <= MOST) {
        return size;
      }
    } catch (NumberFormatException noNumber) {
      throw new ParameterFault("limit", limit, "1-" + MOST);
    }
    throw new ParameterFault("limit", limit, "1-" + MOST);
  }

  private static @Nullable Instant since(@Nullable String since) {
    try {
      return since == null ? null : OffsetDateTime.parse(since).toInstant();
    } catch (DateTimeParseException noTime) {
      throw new ParameterFault("since", since, "yyyy-MM-ddTHH:mm:ss+08:00");
    }
  }

  private static String cursor(Reject last) {
    byte[] text = (last.receivedAt() + "," + last.id()).getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
  }

  private static RejectStore.@Nullable Mark mark(@Nullable String cursor) {
    if (cursor == null) {
      return null;
    }
    try {
      String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      String[] parts = text.split(",", 2);
      if (parts.length == 2) {
        return new RejectStore.Mark(Instant.parse(parts[0]), parts[1]);
      }
    } catch (IllegalArgumentException | DateTimeParseException notOurs) {
      throw new ParameterFault("cursor", cursor, "next");
    }
    throw new ParameterFault("cursor", cursor, "next");
  }

  /** A parameter that cannot be read. */
  private static final class ParameterFault extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final Fault fault;

    ParameterFault(String parameter, @Nullable String value, String expected) {
      super(parameter, null, false, false);
      this.fault = new Fault(parameter, value, Rule.PARAMETER_INVALID, expected);
    }
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> refused(ParameterFault refused, HttpServletRequest request) {
    Language language = Language.of(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    return Problems.of(0, refused.fault, language);
  }
}
