package hongyan.service.replay;

import hongyan.pipelines.records.Json;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * Records of one kind as the contract's JSON: an array, a single object, or one object a line. What
 * kind it is, is told by a key that only this kind has.
 */
final class JsonRecords implements RecordedFormat {
  private static final Pattern TIME =
      Pattern.compile("\"(?:time|eventDate)\"\\s*:\\s*\"([^\"]*)\"");

  private final String endpoint;
  private final String key;

  /** {@code key} is the member that tells records for {@code endpoint} from the others. */
  JsonRecords(String endpoint, String key) {
    this.endpoint = endpoint;
    this.key = key;
  }

  @Override
  public String title() {
    return endpoint + ", JSON";
  }

  @Override
  public boolean recognises(Head head) {
    return head.isJson() && !head.isGeoJson() && head.hasKey(key);
  }

  @Override
  public void read(InputStream in, Outlet outlet) throws IOException {
    BufferedInputStream document = new BufferedInputStream(in, Head.SIZE);
    document.mark(Head.SIZE);
    Head head = Head.of(document.readNBytes(Head.SIZE));
    document.reset();
    if (oneALine(head)) {
      lines(document, outlet);
    } else {
      elements(document, outlet);
    }
  }

  /** Whether lines stand for themselves: one of the first two is a whole object. */
  private static boolean oneALine(Head head) {
    return head.firstChar() == '{'
        && head.text().lines().limit(2).anyMatch(JsonRecords::isWholeObject);
  }

  private static boolean isWholeObject(String line) {
    try {
      return line.startsWith("{") && Json.MAPPER.readTree(line).isObject();
    } catch (JacksonException e) {
      return false;
    }
  }

  private void lines(InputStream in, Outlet outlet) throws IOException {
    RecordLines lines = new RecordLines(in, false);
    Batch batch = new Batch(Batch.Frame.ndjson(endpoint), outlet);
    for (byte[] line = lines.next(); line != null; line = lines.next()) {
      byte[] record = line;
      batch.add(record, 1, () -> time(record));
    }
    batch.flush();
  }

  private void elements(InputStream in, Outlet outlet) throws IOException {
    JsonElements elements = new JsonElements(in);
    Batch batch = new Batch(Batch.Frame.array(endpoint), outlet);
    for (byte[] next = elements.next(); next != null; next = elements.next()) {
      byte[] record = next;
      batch.add(record, 1, () -> time(record));
    }
    batch.flush();
  }

  private static @Nullable Instant time(byte[] record) {
    Matcher time = TIME.matcher(new String(record, StandardCharsets.UTF_8));
    return time.find() ? ContractTable.moment(time.group(1)) : null;
  }
}
