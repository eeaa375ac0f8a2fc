package hongyan.pipelines.records;

import java.util.Comparator;

/**
 * Which of two records of one identity is the newer: by {@link Receipt#version()}, then by arrival,
 * then by content, so that the answer never depends on which of them was seen first.
 */
public final class Newness {

  private static final Comparator<Receipt> ORDER =
      Comparator.comparing(Receipt::version)
          .thenComparing(Receipt::receivedAt)
          .thenComparing(Receipt::raw)
          .thenComparing(Receipt::door)
          .thenComparing(Receipt::body)
          .thenComparingInt(Receipt::line);

  private Newness() {}

  /**
   * Returns whether {@code candidate} replaces {@code current}; a record does not replace itself.
   */
  public static boolean replaces(Receipt candidate, Receipt current) {
    return ORDER.compare(candidate, current) > 0;
  }
}
