package hongyan.service.login;

import hongyan.service.errors.Refused;
import hongyan.service.errors.Refused.Fault;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names of accounts: letters, digits, dot, hyphen and underscore, in lower case. */
final class Names {
  private static final Pattern ACCOUNT = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{1,63}");
  private static final int LONGEST = 100;

  private Names() {}

  /** Returns the account as it is kept; throws {@link Refused} for what cannot be one. */
  static String account(@Nullable String given) {
    String account = given == null ? "" : given.strip().toLowerCase(Locale.ROOT);
    if (!ACCOUNT.matcher(account).matches()) {
      throw refused(
          "account", "2 至 64 个字母、数字或 . - _ (2 to 64 letters, digits, dots, hyphens, underscores)");
    }
    return account;
  }

  /** Returns what people call them; throws {@link Refused} when it is missing or too long. */
  static String name(@Nullable String given) {
    if (given == null || given.isBlank() || given.length() > LONGEST) {
      throw refused("name", "1 至 %1$d 个字符 (1 to %1$d characters)".formatted(LONGEST));
    }
    return given.strip();
  }

  private static Refused refused(String field, String message) {
    return new Refused(List.of(Fault.of(field, null, "invalid-name", message)));
  }
}
