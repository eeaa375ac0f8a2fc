package hongyan.service.attachments;

import java.nio.file.Path;

/**
 * One file that is kept.
 *
 * @param sha256 of its content, lower-case hex: its name
 * @param bytes its size
 */
public record Attachment(String sha256, MediaType type, long bytes, Path file) {

  /** Returns the name that it has where it is handed out. */
  public String fileName() {
    return sha256 + "." + type.extension();
  }
}
