package hongyan.pipelines.quality;

import hongyan.pipelines.air.Averaging;
import hongyan.pipelines.air.Pollutant;
import hongyan.pipelines.air.Reading;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;

/**
 * A person's decision on one reading (GB 3095, data validity: what is left out keeps its reason and
 * its raw value). Of several on one reading the newest is in force; the others are kept.
 *
 * <p>It is about the value that the person saw: once a correction gives the reading another value,
 * it no longer holds, and the new value waits for a decision of its own.
 *
 * @param value the value that was judged
 * @param note why; may be empty
 * @param who decided
 * @param decidedAt strictly increasing within one service
 */
public record Decision(
    String station,
    Pollutant pollutant,
    Averaging averaging,
    Instant time,
    BigDecimal value,
    Verdict verdict,
    String note,
    String who,
    Instant decidedAt) {

  private static final Comparator<Decision> ORDER =
      Comparator.comparing(Decision::decidedAt)
          .thenComparing(Decision::verdict)
          .thenComparing(Decision::value)
          .thenComparing(Decision::who)
          .thenComparing(Decision::note);

  /** Returns {@link Reading#identity()} of the reading that it is about. */
  public String reading() {
    return station + "|" + pollutant.code() + "|" + averaging + "|" + time;
  }

  /** Returns whether this one replaces {@code other}, whichever of them was seen first. */
  public boolean replaces(Decision other) {
    return ORDER.compare(this, other) > 0;
  }

  /** Returns whether it is about what {@code reading} says now. */
  public boolean judges(Reading reading) {
    return value.compareTo(reading.value()) == 0;
  }
}
