package hongyan.service.tokens;

import hongyan.service.accounts.Person;
import hongyan.service.accounts.Role;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A bearer token without its secret.
 *
 * @param expiresAt null: until it is revoked
 * @param lastUsed to the minute
 */
record Token(
    String id,
    String name,
    Set<Role> roles,
    Set<String> counties,
    Instant createdAt,
    String createdBy,
    @Nullable Instant expiresAt,
    @Nullable Instant lastUsed,
    @Nullable Instant revokedAt) {

  boolean holdsAt(Instant now) {
    return revokedAt == null && (expiresAt == null || now.isBefore(expiresAt));
  }

  /** Returns who stands behind it; histories name it by its id. */
  Person person() {
    return new Person("token:" + id, name, roles, counties);
  }
}
