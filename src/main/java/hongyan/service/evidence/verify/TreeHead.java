package hongyan.service.evidence.verify;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;

/**
 * What a signed tree head says. Its text is a checkpoint of C2SP tlog-checkpoint with the moment as
 * an extension line.
 *
 * @param origin the name of the chain
 * @param size how many records the tree holds
 * @param root of the tree, 32 bytes
 */
public record TreeHead(String origin, long size, byte[] root, Instant time) {
  private static final String TIME = "time ";

  public TreeHead {
    root = root.clone();
  }

  /** Reads the text of a note; throws {@link IllegalArgumentException} when it is no tree head. */
  public static TreeHead parse(String text) {
    String[] lines = text.split("\n", -1);
    if (lines.length != 5 || !lines[3].startsWith(TIME)) {
      throw new IllegalArgumentException("not a tree head");
    }
    try {
      TreeHead head =
          new TreeHead(
              lines[0],
              Long.parseLong(lines[1]),
              Base64.getDecoder().decode(lines[2]),
              Instant.parse(lines[3].substring(TIME.length())));
      if (!head.text().equals(text) || head.root.length != 32 || head.size < 0) {
        throw new IllegalArgumentException("not a tree head");
      }
      return head;
    } catch (NumberFormatException | DateTimeException e) {
      throw new IllegalArgumentException("not a tree head: " + e.getMessage(), e);
    }
  }

  public String text() {
    return "%s\n%d\n%s\n%s%s\n"
        .formatted(origin, size, Base64.getEncoder().encodeToString(root), TIME, time);
  }
}
