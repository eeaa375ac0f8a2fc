package hongyan.geo.species;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What two spellings of one name have in common. */
final class SpeciesName {
  private static final Pattern SUBGENUS = Pattern.compile("^(\\p{L}+) \\(\\p{L}+\\) (?=\\p{Ll})");
  private static final Pattern BINOMIAL = Pattern.compile("^(\\p{L}+) (\\p{Ll}[\\p{Ll}-]+)(?= |$)");
  private static final Pattern HYBRID = Pattern.compile("[×/]| x ");

  private SpeciesName() {}

  /** Returns the name without differences of case, of spaces, hyphens and apostrophes. */
  static String key(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKC)
        .strip()
        .toLowerCase(Locale.ROOT)
        .replaceAll("[‘’`']", "")
        .replaceAll("[\\s\\u00A0-]+", " ");
  }

  /**
   * Returns the key of genus and epithet, without subgenus, subspecies and author; empty for what
   * is no name of one species: a genus alone, a hybrid, two species with a slash.
   */
  static Optional<String> binomial(String name) {
    String plain = Normalizer.normalize(name, Normalizer.Form.NFKC).strip().replaceAll("\\s+", " ");
    if (HYBRID.matcher(plain.toLowerCase(Locale.ROOT)).find()) {
      return Optional.empty();
    }
    // Names in capitals throughout have no author that could be told from an epithet.
    String cased = plain.equals(plain.toUpperCase(Locale.ROOT)) ? lower(plain) : plain;
    Matcher matcher = BINOMIAL.matcher(SUBGENUS.matcher(cased).replaceFirst("$1 "));
    return matcher.find() ? Optional.of(key(matcher.group())) : Optional.empty();
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
