package hongyan.service.doors;

import hongyan.service.doors.forms.BodyFault;
import hongyan.service.doors.rejects.Language;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Takes messages of a broker, each as a JSON body over HTTP would be: one record or an array of
 * them, with the same checks, identities and rejects. Thread-safe.
 */
public final class MessageDoor {
  private static final ContentType JSON = new ContentType(Form.JSON, StandardCharsets.UTF_8);

  private final Door door;
  private final Map<String, Kind<?>> kinds;

  MessageDoor(Door door, List<Kind<?>> kinds) {
    this(door, kinds.stream().collect(Collectors.toMap(Kind::topic, Function.identity())));
  }

  private MessageDoor(Door door, Map<String, Kind<?>> kinds) {
    this.door = door;
    this.kinds = Map.copyOf(kinds);
  }

  /** Returns the same door under the name that receipts and rejects shall have. */
  public MessageDoor named(String name) {
    return new MessageDoor(door.named(name), kinds);
  }

  /** Returns the kinds of record that it takes, by the names of the log's topics. */
  public Set<String> kinds() {
    return kinds.keySet();
  }

  /**
   * Returns once what is good of the message is durable and what is not is kept as rejects.
   *
   * @throws hongyan.service.log.LogUnavailable when the log does not take it; give it again later
   */
  public void take(String kind, byte[] message) {
    try {
      door.take(Objects.requireNonNull(kinds.get(kind), kind), JSON, message, Language.ZH);
    } catch (BodyFault kept) {
      // The door has kept the whole message as a reject, and there is no one here to be told.
      return;
    }
  }
}
