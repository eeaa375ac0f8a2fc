package hongyan.service.login;

import hongyan.service.errors.Refused;
import hongyan.service.errors.Refused.Fault;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Passwords: which are taken, and how they are kept. Argon2id, because it makes guessing costly in
 * memory too; 19 MiB, two passes, one lane, as the OWASP Password Storage Cheat Sheet has it.
 */
@Component
class Passwords {
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final int MEMORY_KIB = 19_456;
  private static final int PASSES = 2;

  /** More is nobody's password, and would only cost time. */
  private static final int LONGEST = 256;

  private final PasswordEncoder encoder =
      new DelegatingPasswordEncoder(
          "argon2id",
          Map.of(
              "argon2id",
              new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, 1, MEMORY_KIB, PASSES)));

  private final String nobodys = encoder.encode("nobody has this password");
  private final int shortest;

  Passwords(LogInSettings settings) {
    this.shortest = settings.shortestPassword();
  }

  String hash(String password) {
    return encoder.encode(normal(password));
  }

  /** The same characters, however a keyboard put them together. */
  private static String normal(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFKC);
  }

  private static boolean isText(String password) {
    return StandardCharsets.UTF_8.newEncoder().canEncode(password);
  }

  /**
   * Returns whether the password is right. Takes as long for an account that there is not (null),
   * so that nobody can tell.
   */
  boolean matches(@Nullable String password, @Nullable Account account) {
    if (password == null || password.length() > LONGEST || !isText(password)) {
      return false;
    }
    boolean right =
        encoder.matches(normal(password), account == null ? nobodys : account.password());
    return right && account != null;
  }

  /** Throws {@link Refused} unless it may be somebody's password. */
  void check(@Nullable String password, String account) {
    if (password == null
        || password.length() < shortest
        || password.length() > LONGEST
        || !isText(password)) {
      refuse("%d 至 %d 个字符 (%1$d to %2$d characters)".formatted(shortest, LONGEST));
    } else if (password.toLowerCase(Locale.ROOT).contains(account)) {
      refuse("不得包含账号 (must not contain the account)");
    } else if (password.chars().distinct().count() < shortest / 2) {
      refuse("字符重复过多 (too few different characters)");
    }
  }

  private static void refuse(String message) {
    throw new Refused(List.of(Fault.of("password", null, "weak-password", message)));
  }
}
