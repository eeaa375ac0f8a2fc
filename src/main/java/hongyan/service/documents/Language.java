package hongyan.service.documents;

import hongyan.geo.law.Words;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The languages that answers come in, Chinese first. */
public enum Language {
  ZH,
  EN;

  private static final List<Locale> KNOWN =
      List.of(Locale.SIMPLIFIED_CHINESE, Locale.CHINESE, Locale.ENGLISH);

  /** Returns the language asked for by parameter, else by header, else Chinese. */
  public static Language of(@Nullable String parameter, @Nullable String acceptLanguage) {
    String wanted = parameter == null || parameter.isBlank() ? acceptLanguage : parameter;
    if (wanted == null || wanted.isBlank()) {
      return ZH;
    }
    try {
      Locale locale = Locale.lookup(Locale.LanguageRange.parse(wanted), KNOWN);
      return Locale.ENGLISH.equals(locale) ? EN : ZH;
    } catch (IllegalArgumentException notALanguage) {
      return ZH;
    }
  }

  /** Returns the words in this language. */
  public String of(Words words) {
    return this == EN ? words.en() : words.zh();
  }

  /** Returns the words in this language, or null for none. */
  public @Nullable String ofNullable(@Nullable Words words) {
    return words == null ? null : of(words);
  }
}
