package hongyan.pipelines.records;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A record of the log that could not be read, in the form of the topic {@code rejects}, where
 * people find it beside what the doors refused. The same record gives the same one.
 *
 * @param id made of the record's place, its bytes and the rule
 * @param door {@value #DOOR}
 * @param kind of the record that should have been, as {@code reading}
 * @param receivedAt when the log took it
 * @param body SHA-256 of its bytes, lower-case hex
 * @param line 0: the whole of it
 * @param field null
 * @param value its place, as {@code readings/2/4711}
 * @param rule of {@link UnreadableRecord}
 * @param extra why it cannot be read
 * @param message the sentence in Chinese
 * @param raw its text; {@code base64:} and so on where it is no text; cut to 64 KiB
 * @param rawSha256 of all its bytes where {@code raw} is cut, else null
 */
public record LogReject(
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

  public static final String DOOR = "log";

  private static final int LONGEST_RAW = 64 * 1024;
  private static final int LONGEST_EXTRA = 200;

  /** Returns the reject of a record. */
  public static LogReject of(LogRecord record, UnreadableRecord fault) {
    String sha256 = sha256(record.value());
    String why = fault.why();
    String extra = why.length() > LONGEST_EXTRA ? why.substring(0, LONGEST_EXTRA - 1) + "…" : why;
    boolean cut = record.value().length > LONGEST_RAW;
    String id = String.join("|", record.place(), sha256, fault.rule());
    return new LogReject(
        sha256(id.getBytes(StandardCharsets.UTF_8)),
        DOOR,
        kind(record.topic()),
        Instant.ofEpochMilli(record.timestamp()),
        sha256,
        0,
        null,
        record.place(),
        fault.rule(),
        extra,
        "日志记录 %s 未能读取，已跳过，原样保留：%s。".formatted(record.place(), extra),
        raw(record.value()),
        cut ? sha256 : null);
  }

  /** Returns what one record of a topic is called. */
  private static String kind(String topic) {
    return switch (topic) {
      case Topics.CASUALTIES -> "casualty";
      case Topics.DEVICE_STATUS -> topic;
      default -> topic.endsWith("s") ? topic.substring(0, topic.length() - 1) : topic;
    };
  }

  private static String raw(byte[] value) {
    int end = Math.min(value.length, LONGEST_RAW);
    // Not within a character.
    while (end < value.length && end > 0 && (value[end] & 0xC0) == 0x80) {
      end--;
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(value, 0, end)).toString();
    } catch (CharacterCodingException noText) {
      byte[] shown = Arrays.copyOf(value, Math.min(value.length, LONGEST_RAW / 4 * 3));
      return "base64:" + Base64.getEncoder().encodeToString(shown);
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
