package hongyan.pipelines.series;

import hongyan.pipelines.records.Json;
import hongyan.pipelines.records.Receipt;
import hongyan.pipelines.records.Topics;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/**
 * What stands in the place of a record's text as it was sent once a rule has deleted it: {@code
 * deleted:sha256:} and the text's hash. What the pipelines write later, from their state or again
 * after a restart, is held to the same decisions, so the text does not come back.
 */
final class DeletedRaw {
  static final String MARK = "deleted:sha256:";
  private static final Pattern DELETED = Pattern.compile(MARK + "[0-9a-f]{64}");

  /** Kinds of records, as {@code former} has them, and their topics. */
  static final Map<String, String> TOPICS =
      Map.of(
          "reading", Topics.READINGS,
          "stray-reading", Topics.READINGS,
          "occurrence", Topics.OCCURRENCES,
          "finding", Topics.FINDINGS,
          "forecast", Topics.FORECASTS);

  private final Map<String, Instant> limits;

  private DeletedRaw(Map<String, Instant> limits) {
    this.limits = limits;
  }

  /** Reads what is decided now, within the transaction that writes. */
  static DeletedRaw decided(Connection connection) throws SQLException {
    Map<String, Instant> limits = new HashMap<>();
    try (var statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT topic, before FROM deletion")) {
      while (rows.next()) {
        limits.put(rows.getString(1), Instant.parse(rows.getString(2)));
      }
    }
    return new DeletedRaw(limits);
  }

  /** Returns whether the same is decided. */
  boolean sameAs(DeletedRaw other) {
    return limits.equals(other.limits);
  }

  /** Returns the raw text of a record of that kind, or what is left of it. */
  String of(String kind, Receipt receipt) {
    return covers(kind, receipt.receivedAt()) ? hashed(receipt.raw()) : receipt.raw();
  }

  /** Returns a record of that kind as JSON, without its raw text where that is deleted. */
  String of(String kind, String json, Receipt receipt) {
    return covers(kind, receipt.receivedAt()) ? without(json) : json;
  }

  /** The same for a record whose receipt is known only from its JSON. */
  String of(String kind, String json) {
    if (!limits.containsKey(TOPICS.getOrDefault(kind, ""))) {
      return json;
    }
    String received = Json.MAPPER.readTree(json).path("receipt").path("receivedAt").asString();
    return covers(kind, Instant.parse(received)) ? without(json) : json;
  }

  private boolean covers(String kind, Instant receivedAt) {
    Instant before = limits.get(TOPICS.getOrDefault(kind, ""));
    return before != null && receivedAt.isBefore(before);
  }

  /** Replaces the raw text of the receipt, wherever in the record that is. */
  static String without(String json) {
    var record = Json.MAPPER.readTree(json);
    if (record.findValue("receipt") instanceof ObjectNode receipt) {
      receipt.put("raw", hashed(receipt.path("raw").asString()));
    }
    return Json.MAPPER.writeValueAsString(record);
  }

  /** Returns the mark with the hash; of what is a mark already, itself. */
  static String hashed(String raw) {
    return DELETED.matcher(raw).matches() ? raw : MARK + sha256(raw);
  }

  private static String sha256(String text) {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
