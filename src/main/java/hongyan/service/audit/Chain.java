package hongyan.service.audit;

import hongyan.pipelines.records.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/** The hash that ties an entry to the one before it: SHA-256 over a JSON array of its parts. */
final class Chain {
  /** What the first entry is tied to. */
  static final String START = "0".repeat(64);

  private Chain() {}

  static String hash(
      String previous,
      Instant at,
      String account,
      String name,
      String address,
      String action,
      String object,
      String detail) {
    String text =
        Json.MAPPER.writeValueAsString(
            List.of(
                previous,
                Long.toString(at.toEpochMilli()),
                account,
                name,
                address,
                action,
                object,
                detail));
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns whether {@code entry} follows on an entry with the hash {@code previous}. */
  static boolean holds(String previous, AuditEntry entry) {
    return entry
        .hash()
        .equals(
            hash(
                previous,
                entry.at(),
                entry.account(),
                entry.name(),
                entry.address(),
                entry.action(),
                entry.object(),
                entry.detail()));
  }
}
