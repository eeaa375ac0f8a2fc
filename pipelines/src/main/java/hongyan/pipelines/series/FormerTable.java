package hongyan.pipelines.series;

import static hongyan.pipelines.series.Columns.getText;
import static hongyan.pipelines.series.Columns.setText;

import hongyan.pipelines.records.Former;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/** The records that corrections have replaced, kept for ever. */
public final class FormerTable {

  private static final Set<String> PUBLIC = Set.of("reading", "stray-reading", "forecast");

  /** Each has its county in the table of its name. */
  private static final Set<String> PLACED = Set.of("occurrence", "finding", "casualty");

  private final SeriesDatabase database;

  FormerTable(SeriesDatabase database) {
    this.database = database;
  }

  /** Adds all as one transaction; one that is there already stays as it is. */
  public void write(List<Former> formers) {
    database.write(
        connection -> {
          var deleted = DeletedRaw.decided(connection);
          return Batch.write(
              connection,
              "INSERT INTO former VALUES (?,?,?,?,?) ON CONFLICT DO NOTHING",
              formers,
              (statement, former) -> bind(statement, former, deleted));
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
        database.read(
            c ->
                new Select("kind, identity, version, json FROM former")
                    .and("kind = ?", kind)
                    .and("identity = ?", identity)
                    .andAll(condition(scope, kind), places(scope, kind))
                    .list(
                        c,
                        row ->
                            new Former(
                                getText(row, 1),
                                getText(row, 2),
                                Instant.parse(getText(row, 3)),
                                getText(row, 4))));
    // Moments as text do not sort as moments: one has a fraction of a second, the other none.
    return all.stream().sorted((a, b) -> b.version().compareTo(a.version())).toList();
  }

  private static void bind(PreparedStatement statement, Former former, DeletedRaw deleted)
      throws SQLException {
    setText(statement, 1, former.kind());
    setText(statement, 2, former.identity());
    setText(statement, 3, former.version().toString());
    setText(statement, 4, digest(former.json()));
    setText(statement, 5, deleted.of(former.kind(), former.json()));
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
