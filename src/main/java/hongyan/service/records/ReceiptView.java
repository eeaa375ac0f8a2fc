package hongyan.service.records;

import hongyan.pipelines.records.Receipt;
import hongyan.service.reporters.Reporters;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How a record came to us, as the API gives it. */
record ReceiptView(
    String door,
    Instant receivedAt,
    @Nullable Instant modified,
    String body,
    int line,
    String raw) {

  static ReceiptView of(Receipt receipt) {
    return new ReceiptView(
        receipt.door(),
        receipt.receivedAt(),
        receipt.modified(),
        receipt.body(),
        receipt.line(),
        receipt.raw());
  }

  /** Returns the same without the reporter of the finding that it brought. */
  ReceiptView withoutReporter() {
    return new ReceiptView(door, receivedAt, modified, body, line, Reporters.hide(raw));
  }
}
