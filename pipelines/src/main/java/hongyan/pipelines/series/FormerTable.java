package hongyan.pipelines.series;

import hongyan.pipelines.records.Former;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.PreparedStatement;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/** The records that corrections have replaced, kept for ever. */
public final class FormerTable {

  private static final Set<String> PUBLIC = Set.of("reading", "stray-reading", "forecast");

  /** Each has its county in the table of its name. */
  private static final Set<String> PLACED = Set.of("occurrence", "finding", "casualty");

  private final SeriesFile file;

  FormerTable(SeriesFile file) {
    this.file = file;
  }

  /** Adds all as one transaction; one that is there already stays as it is. */
  public void write(List<Former> formers) {
    file.write(
        connection -> {
          var deleted = DeletedRaw.decided(connection);
          try (PreparedStatement statement =
              connection.prepareStatement(
                  "INSERT INTO former VALUES (?,?,?,?,?) ON CONFLICT DO NOTHING")) {
            for (Former former : formers) {
              statement.setString(1, former.kind());
              statement.setString(2, former.identity());
              statement.setString(3, former.version().toString());
              statement.setString(4, digest(former.json()));
              statement.setString(5, deleted.of(former.kind(), former.json()));
              statement.addBatch();
            }
            return statement.executeBatch().length;
          }
        });
  }

  /**
   * Lists the former versions of one record, newest first, where {@code scope} sees the record as
   * it is now. Readings and forecasts are everybody's; what else there is, only who sees
   * everything.
   *
   * @param kind {@code reading}, {@code occurrence} or {@code finding}
   */
  public List<Former> list(Scope scope, String kind, String identity) {
    List<Former> all =
        file.read(
            c ->
                new Select("kind, identity, version, json FROM former")
                    .and("kind = ?", kind)
                    .and("identity = ?", identity)
                    .andAll(condition(scope, kind), places(scope, kind))
                    .list(
                        c,
                        row ->
                            new Former(
                                row.getString(1),
                                row.getString(2),
                                Instant.parse(row.getString(3)),
                                row.getString(4))));
    // Moments as text do not sort as moments: one has a fraction of a second, the other none.
    return all.stream().sorted((a, b) -> b.version().compareTo(a.version())).toList();
  }

  private static String condition(Scope scope, String kind) {
    if (scope.isEverything() || PUBLIC.contains(kind)) {
      return "1 = 1";
    }
    return PLACED.contains(kind)
        ? "identity IN (SELECT id FROM %s WHERE %s)".formatted(kind, scope.condition("county"))
        : "1 = 0";
  }

  private static List<String> places(Scope scope, String kind) {
    return PLACED.contains(kind) ? scope.counties() : List.of();
  }

  private static String digest(String json) {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      byte[] hash = sha.digest(json.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
