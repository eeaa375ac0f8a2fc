package hongyan.service.doors.rejects;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The languages of messages. */
public enum Language {
  ZH,
  EN;

  /**
   * Returns the one that {@code Accept-Language} prefers; Chinese when the header is missing,
   * cannot be read, or prefers neither.
   */
  public static Language of(@Nullable String acceptLanguage) {
    if (acceptLanguage == null || acceptLanguage.isBlank()) {
      return ZH;
    }
    try {
      for (Locale.LanguageRange range : Locale.LanguageRange.parse(acceptLanguage)) {
        if (range.getWeight() > 0 && range.getRange().startsWith("zh")) {
          return ZH;
        }
        if (range.getWeight() > 0 && range.getRange().startsWith("en")) {
          return EN;
        }
      }
    } catch (IllegalArgumentException unreadable) {
      return ZH;
    }
    return ZH;
  }
}
