package hongyan.service.doors.checks;

import hongyan.service.doors.rejects.Sha256;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The identity of a record whose sender gave none: made of its content. */
final class ContentId {
  private static final int LENGTH = 32;

  private ContentId() {}

  /**
   * Returns the identity. Each part stands with its length, so that no two contents make the same
   * text; an empty list adds nothing, so that a record without what later versions ask for keeps
   * the id that it had before.
   */
  static String of(String prefix, @Nullable Object... content) {
    StringBuilder text = new StringBuilder();
    for (Object part : content) {
      if (!(part instanceof List<?> list && list.isEmpty())) {
        String word = String.valueOf(part);
        text.append(word.length()).append(':').append(word);
      }
    }
    return prefix + Sha256.hex(text.toString()).substring(0, LENGTH);
  }
}
