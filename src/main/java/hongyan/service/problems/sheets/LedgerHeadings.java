package hongyan.service.problems.sheets;

import hongyan.pipelines.records.Json;
import hongyan.service.problems.ProblemField;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What bureaus write over the columns of their ledgers, from {@code inspection/headings.json}. */
final class LedgerHeadings {
  private static final String FILE = "/inspection/headings.json";
  private static final Map<String, ProblemField> FIELDS = new HashMap<>();

  static {
    Arrays.stream(ProblemField.values())
        .forEach(
            field -> {
              FIELDS.put(plain(field.words().zh()), field);
              FIELDS.put(plain(field.words().en()), field);
              FIELDS.put(plain(field.code()), field);
            });
    read().forEach((code, names) -> names.forEach(name -> add(name, code)));
  }

  private LedgerHeadings() {}

  static Optional<ProblemField> find(String heading) {
    return Optional.ofNullable(FIELDS.get(plain(heading)));
  }

  private static void add(String name, String code) {
    ProblemField field =
        Arrays.stream(ProblemField.values())
            .filter(each -> each.code().equals(code))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("%s: no field %s".formatted(FILE, code)));
    ProblemField other = FIELDS.put(plain(name), field);
    if (other != null && other != field) {
      throw new IllegalStateException(
          "%s: %s stands for %s and %s".formatted(FILE, name, other, field));
    }
  }

  /** Breaks, blanks and remarks in brackets do not make another heading. */
  private static String plain(String heading) {
    return heading.replaceAll("[（(\\[].*?[）)\\]]", "").replaceAll("[\\s*：:]", "").toLowerCase();
  }

  private static Map<String, List<String>> read() {
    try (InputStream in = LedgerHeadings.class.getResourceAsStream(FILE)) {
      Map<String, List<String>> names = new HashMap<>();
      Json.MAPPER
          .readTree(in)
          .properties()
          .forEach(
              each ->
                  names.put(
                      each.getKey(),
                      each.getValue().valueStream().map(name -> name.asString()).toList()));
      return names;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(FILE, unreadable);
    }
  }
}
