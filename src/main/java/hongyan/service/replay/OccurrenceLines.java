package hongyan.service.replay;

import hongyan.pipelines.records.Json;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Bird records of foreign archives, as bodies of Darwin Core terms, NDJSON. For one thread. */
final class OccurrenceLines {
  private final Batch batch;

  OccurrenceLines(Outlet outlet) {
    this.batch = new Batch(Batch.Frame.ndjson("occurrences"), outlet);
  }

  void add(ObjectNode occurrence, @Nullable Instant time) {
    batch.add(Json.MAPPER.writeValueAsString(occurrence), time);
  }

  void flush() {
    batch.flush();
  }

  /** Sets a number as it is written; what is no number goes on as text, for the door to refuse. */
  static void putNumber(ObjectNode node, String term, String text) {
    try {
      node.put(term, new BigDecimal(text.strip()));
    } catch (NumberFormatException e) {
      node.put(term, text);
    }
  }

  /** Sets the term unless the text is empty. */
  static void putText(ObjectNode node, String term, String text) {
    if (!text.isBlank()) {
      node.put(term, text);
    }
  }
}
