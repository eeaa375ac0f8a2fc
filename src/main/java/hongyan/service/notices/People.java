package hongyan.service.notices;

import hongyan.service.errors.Refused;
import hongyan.service.errors.Refused.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks what people fill in, and names everything that is wrong at once. */
final class People {
  private static final int LONGEST = 200;

  private final List<Fault> faults = new ArrayList<>();

  /** Returns a text that has to be there. */
  String required(String field, @Nullable String text) {
    if (text == null || text.isBlank()) {
      faults.add(Fault.of(field, text, "required-field-missing", "必填 (required)"));
      return "";
    }
    if (text.length() > LONGEST) {
      faults.add(Fault.of(field, null, "text-too-long", "最多 %d 字 (characters)".formatted(LONGEST)));
    }
    return text.strip();
  }

  /** Returns a word that has to be one of those allowed. */
  String oneOf(String field, @Nullable String word, Set<String> allowed) {
    String given = required(field, word);
    if (!given.isEmpty() && !allowed.contains(given)) {
      faults.add(
          Fault.of(field, given, "unknown-word", "可用 (allowed): " + String.join(" ", allowed)));
    }
    return given;
  }

  void refuse(String field, @Nullable Object value, String rule, String message) {
    faults.add(Fault.of(field, value, rule, message));
  }

  /** Throws {@link Refused} when anything was wrong. */
  void check() {
    if (!faults.isEmpty()) {
      throw new Refused(faults);
    }
  }
}
