package hongyan.service.inspection;

import java.util.Locale;

/** The words that JSON uses for enum constants: lower case, with hyphens. */
final class Codes {

  private Codes() {}

  static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
