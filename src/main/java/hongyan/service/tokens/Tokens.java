package hongyan.service.tokens;

import hongyan.service.accounts.Grant;
import hongyan.service.accounts.Person;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.keygen.KeyGenerators;
import org.springframework.stereotype.Component;

/** Makes, finds and revokes tokens. */
@Component
public class Tokens {
  private static final String PREFIX = "hongyan_";
  private static final int SECRET_BYTES = 32;
  private static final int ID_BYTES = 6;

  private final TokenStore store;
  private final Clock clock;

  Tokens(TokenStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** A token and its secret, which nobody can show again. */
  record Fresh(Token token, String secret) {}

  /** Returns who stands behind a secret that holds now, and keeps that it was used. */
  public Optional<Person> find(String secret) {
    Instant now = clock.instant();
    Optional<Token> found = store.findBySecret(secret).filter(token -> token.holdsAt(now));
    found.ifPresent(token -> store.used(token, now));
    return found.map(Token::person);
  }

  /** Makes a secret: 256 random bits with a prefix by which a leaked one is recognised. */
  static String makeSecret() {
    return PREFIX
        + Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(KeyGenerators.secureRandom(SECRET_BYTES).generateKey());
  }

  Fresh make(String name, Grant grant, @Nullable Instant expiresAt, String by) {
    String secret = makeSecret();
    return new Fresh(add(name, grant, expiresAt, by, secret), secret);
  }

  Token add(String name, Grant grant, @Nullable Instant expiresAt, String by, String secret) {
    Token token =
        new Token(
            HexFormat.of().formatHex(KeyGenerators.secureRandom(ID_BYTES).generateKey()),
            name,
            grant.roles(),
            grant.counties(),
            clock.instant().truncatedTo(ChronoUnit.MILLIS),
            by,
            expiresAt,
            null,
            null);
    store.add(token, secret);
    return token;
  }

  List<Token> list() {
    return store.list();
  }

  void revoke(String id, String by) {
    if (!store.revoke(id, clock.instant(), by)) {
      throw new NoSuchElementException("no token %s that holds".formatted(id));
    }
  }
}
