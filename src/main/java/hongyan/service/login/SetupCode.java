package hongyan.service.login;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.keygen.KeyGenerators;
import org.springframework.stereotype.Component;

/**
 * The code of the one-time link by which the first administrator's account is made. There is one
 * from each start on while there is no administrator, in memory only; it holds once, and not for
 * ever.
 */
@Component
public class SetupCode {
  private static final int BYTES = 32;

  private final AccountStore accounts;
  private final Clock clock;
  private final AtomicReference<@Nullable Code> code = new AtomicReference<>();

  private record Code(String text, Instant until) {}

  SetupCode(AccountStore accounts, LogInSettings settings, Clock clock) {
    this.accounts = accounts;
    this.clock = clock;
    if (!accounts.hasAdministrator()) {
      String text =
          Base64.getUrlEncoder()
              .withoutPadding()
              .encodeToString(KeyGenerators.secureRandom(BYTES).generateKey());
      code.set(new Code(text, clock.instant().plus(settings.codeValid())));
    }
  }

  /** Returns the code to print on the operator's terminal, or nothing when none is needed. */
  public Optional<String> toPrint() {
    return Optional.ofNullable(code.get()).map(Code::text).filter(this::holds);
  }

  /** Returns whether {@code given} is the code and still holds. */
  boolean holds(@Nullable String given) {
    Code present = code.get();
    return present != null
        && given != null
        && clock.instant().isBefore(present.until())
        && !accounts.hasAdministrator()
        && MessageDigest.isEqual(
            present.text().getBytes(StandardCharsets.UTF_8),
            given.getBytes(StandardCharsets.UTF_8));
  }

  /** Uses the code up; false when somebody was faster. */
  boolean use(String given) {
    Code present = code.get();
    return holds(given) && code.compareAndSet(present, null);
  }
}
