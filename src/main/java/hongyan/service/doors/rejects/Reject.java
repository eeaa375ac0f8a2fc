package hongyan.service.doors.rejects;

import hongyan.service.reporters.Reporters;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One refusal as it is kept: on the log's topic {@code rejects} and in the table {@code reject}.
 *
 * @param id made of the body, the line, the field and the rule, so that the same body sent again
 *     gives the same rejects
 * @param door for example {@code http}
 * @param kind {@code reading}, {@code occurrence}, {@code finding}, {@code forecast} or {@code
 *     device-status}
 * @param body SHA-256 of the whole body, lower-case hex
 * @param line 1-based line or index of the array element; 0 for the body as a whole
 * @param rule {@link Rule#code()}
 * @param message the sentence in Chinese
 * @param raw what was refused, verbatim, cut to {@value #LONGEST_RAW} bytes of UTF-8
 * @param rawSha256 of the whole of it where it was cut, else null
 */
public record Reject(
    String id,
    String door,
    String kind,
    Instant receivedAt,
    String body,
    int line,
    @Nullable String field,
    @Nullable String value,
    String rule,
    @Nullable String extra,
    String message,
    String raw,
    @Nullable String rawSha256) {
  static final int LONGEST_RAW = 64 * 1024;

  /** Kinds of records in which people say who they are. */
  private static final Set<String> REPORTED = Set.of("finding", "casualty");

  /** Returns the reject of one fault. */
  public static Reject of(
      String door,
      String kind,
      Instant receivedAt,
      String body,
      int line,
      String raw,
      Fault fault) {
    String rule = fault.rule().code();
    byte[] whole = raw.getBytes(StandardCharsets.UTF_8);
    boolean cut = whole.length > LONGEST_RAW;
    return new Reject(
        Sha256.hex(body + "|" + line + "|" + fault.field() + "|" + rule),
        door,
        kind,
        receivedAt,
        body,
        line,
        fault.field(),
        fault.value(),
        rule,
        fault.extra(),
        fault.message(Language.ZH),
        cut ? start(whole) : raw,
        cut ? Sha256.hex(whole) : null);
  }

  /** Returns the same without who reported, where somebody did. */
  public Reject withoutReporter() {
    boolean about = "reporter".equalsIgnoreCase(field);
    return REPORTED.contains(kind)
        ? new Reject(
            id,
            door,
            kind,
            receivedAt,
            body,
            line,
            field,
            about ? Reporters.HIDDEN : value,
            rule,
            about ? null : extra,
            about ? Reporters.HIDDEN : message,
            Reporters.hide(raw),
            rawSha256)
        : this;
  }

  /** Returns the first bytes as text, without the torn half of a character. */
  private static String start(byte[] utf8) {
    int end = LONGEST_RAW;
    while ((utf8[end] & 0xC0) == 0x80) {
      end--;
    }
    return new String(utf8, 0, end, StandardCharsets.UTF_8);
  }
}
