package hongyan.service.tokens;

import hongyan.service.accounts.Words;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The table of tokens. Of a secret it has the SHA-256 only: a secret is 256 random bits, which
 * nobody can guess back from that.
 */
@Repository
class TokenStore {
  /** Last use is kept to this: not every reading that a device sends is a write here. */
  private static final Duration GRAIN = Duration.ofMinutes(1);

  private final JdbcClient jdbc;

  TokenStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(Token token, String secret) {
    jdbc.sql(
            """
            INSERT INTO api_token (id, name, hash, roles, counties, created_at, created_by, expires_at)
            VALUES (:id, :name, :hash, :roles, :counties, :at, :by, :expires)
            """)
        .param("id", token.id())
        .param("name", token.name())
        .param("hash", hash(secret))
        .param("roles", Words.ofRoles(token.roles()))
        .param("counties", Words.of(token.counties()))
        .param("at", token.createdAt().toEpochMilli())
        .param("by", token.createdBy())
        .param("expires", token.expiresAt() == null ? null : token.expiresAt().toEpochMilli())
        .update();
  }

  Optional<Token> findBySecret(String secret) {
    return jdbc.sql("SELECT * FROM api_token WHERE hash = :hash")
        .param("hash", hash(secret))
        .query(TokenStore::token)
        .optional();
  }

  List<Token> list() {
    return jdbc.sql("SELECT * FROM api_token ORDER BY created_at DESC, id")
        .query(TokenStore::token)
        .list();
  }

  /** Revokes a token for good; false when there is none of that id that holds. */
  boolean revoke(String id, Instant at, String by) {
    return jdbc.sql(
                """
                UPDATE api_token SET revoked_at = :at, revoked_by = :by
                WHERE id = :id AND revoked_at IS NULL
                """)
            .param("id", id)
            .param("at", at.toEpochMilli())
            .param("by", by)
            .update()
        == 1;
  }

  void used(Token token, Instant now) {
    Instant last = token.lastUsed();
    if (last == null || Duration.between(last, now).compareTo(GRAIN) >= 0) {
      jdbc.sql("UPDATE api_token SET last_used = :now WHERE id = :id")
          .param("now", now.toEpochMilli())
          .param("id", token.id())
          .update();
    }
  }

  private static String hash(String secret) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Token token(ResultSet row, int number) throws SQLException {
    return new Token(
        row.getString("id"),
        row.getString("name"),
        Words.roles(row.getString("roles")),
        Words.split(row.getString("counties")),
        Instant.ofEpochMilli(row.getLong("created_at")),
        row.getString("created_by"),
        moment(row, "expires_at"),
        moment(row, "last_used"),
        moment(row, "revoked_at"));
  }

  private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? null : Instant.ofEpochMilli(millis);
  }
}
