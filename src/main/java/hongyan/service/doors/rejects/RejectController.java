package hongyan.service.doors.rejects;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What was refused, why, verbatim. */
@RestController
public class RejectController {
  private static final int MOST = 1_000;

  private final RejectStore store;

  public RejectController(RejectStore store) {
    this.store = store;
  }

  /** A page of rejects, newest first. */
  public record Page(List<Reject> items, @Nullable String next) {}

  /**
   * Lists what was refused.
   *
   * @param since ISO 8601 with offset
   * @param limit 1 to 1,000
   * @param cursor {@code next} of the page before
   */
  @GetMapping("/api/v1/rejects")
  public Page list(
      @RequestParam(required = false) @Nullable String since,
      @RequestParam(required = false) @Nullable String door,
      @RequestParam(required = false) @Nullable String rule,
      @RequestParam(defaultValue = "100") String limit,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false)
          @Nullable String acceptLanguage) {
    Language language = Language.of(acceptLanguage);
    int size = size(limit, language);
    RejectStore.Query query =
        new RejectStore.Query(since(since, language), door, rule, mark(cursor, language), size + 1);
    List<Reject> found = store.list(query);
    List<Reject> items = found.size() > size ? found.subList(0, size) : found;
    String next = found.size() > size ? cursor(items.get(size - 1)) : null;
    return new Page(items.stream().map(reject -> told(reject, language)).toList(), next);
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

  private static int size(String limit, Language language) {
    try {
      int size = Integer.parseInt(limit);
      if (size >= 1 && size <= MOST) {
        return size;
      }
    } catch (NumberFormatException noNumber) {
      throw fault("limit", limit, "1-" + MOST, language);
    }
    throw fault("limit", limit, "1-" + MOST, language);
  }

  private static @Nullable Instant since(@Nullable String since, Language language) {
    try {
      return since == null ? null : OffsetDateTime.parse(since).toInstant();
    } catch (DateTimeParseException noTime) {
      throw fault("since", since, "yyyy-MM-ddTHH:mm:ss+08:00", language);
    }
  }

  private static String cursor(Reject last) {
    byte[] text = (last.receivedAt() + "," + last.id()).getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
  }

  private static RejectStore.@Nullable Mark mark(@Nullable String cursor, Language language) {
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
      throw fault("cursor", cursor, "next", language);
    }
    throw fault("cursor", cursor, "next", language);
  }

  private static ErrorResponseException fault(
      String field, @Nullable String value, String expected, Language language) {
    Rule rule = Rule.PARAMETER_INVALID;
    String message = rule.message(language, field, value, expected);
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, message);
    Map<String, Object> error =
        Map.of(
            "path", field,
            "field", field,
            "value", value == null ? "" : value,
            "rule", rule.code(),
            "message", message);
    problem.setProperty("errors", List.of(error));
    return new ErrorResponseException(HttpStatus.BAD_REQUEST, problem, null);
  }
}
