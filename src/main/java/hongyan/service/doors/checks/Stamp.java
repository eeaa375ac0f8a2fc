package hongyan.service.doors.checks;

import hongyan.pipelines.records.Receipt;
import hongyan.service.doors.forms.Item;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What all records of a body have in common, from which each gets its receipt.
 *
 * @param now the moment that "in the future" is measured from
 * @param body SHA-256 of the body
 * @param reference end of the reference log that the body is judged by
 * @param arrivals gives a later moment each time
 */
public record Stamp(
    String door, Instant now, String body, long reference, Supplier<Instant> arrivals) {

  /** Returns the receipt of something that is kept whole, without an item. */
  public Receipt receipt(String raw) {
    return new Receipt(door, arrivals.get(), null, body, 1, raw, reference);
  }

  Receipt receipt(Item item, @Nullable Instant modified) {
    return new Receipt(door, arrivals.get(), modified, body, item.line(), item.raw(), reference);
  }
}
