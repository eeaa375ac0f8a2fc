package hongyan.service.doors.rejects;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a record or a body.
 *
 * @param field the field or column that it is about; null when it is the whole record
 * @param value what stood there, cut to {@value #LONGEST_VALUE} characters; null when nothing did
 * @param extra what the rule's message adds, for example the values that are taken
 */
public record Fault(
    @Nullable String field, @Nullable String value, Rule rule, @Nullable String extra)
    implements Serializable {
  static final int LONGEST_VALUE = 200;

  public Fault {
    value = cut(value);
    extra = cut(extra);
  }

  /** Returns the sentence that says it. */
  public String message(Language language) {
    return rule.message(language, field, value, extra);
  }

  private static @Nullable String cut(@Nullable String text) {
    if (text == null || text.length() <= LONGEST_VALUE) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(LONGEST_VALUE - 1)) ? 199 : LONGEST_VALUE;
    return text.substring(0, end) + "…";
  }
}
