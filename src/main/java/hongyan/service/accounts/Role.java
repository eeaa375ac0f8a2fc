package hongyan.service.accounts;

import java.util.Locale;

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
}
