package hongyan.service.accounts;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an account is for. JSON and tables have the names in lower case. */
public enum Role {
  FORESTRY,
  ENVIRONMENT,
  INSPECTOR,
  ADMINISTRATOR,
  DEVICE,
  PUBLIC;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Role> findByCode(String code) {
    return Arrays.stream(values()).filter(role -> role.code().equals(code)).findFirst();
  }
}
