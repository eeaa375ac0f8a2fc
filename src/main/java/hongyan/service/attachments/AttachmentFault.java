package hongyan.service.attachments;

import org.jspecify.annotations.Nullable;

/** Why a file is not taken. */
public final class AttachmentFault extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** What a file may break. */
  public enum Kind {
    UNKNOWN_TYPE,
    TOO_LARGE,
    TOO_MANY_PIXELS,
    UNREADABLE,
    EMPTY
  }

  private final Kind kind;
  private final @Nullable String found;
  private final @Nullable String allowed;

  AttachmentFault(Kind kind, @Nullable String found, @Nullable String allowed) {
    super(kind + ": " + found + "; allowed: " + allowed);
    this.kind = kind;
    this.found = found;
    this.allowed = allowed;
  }

  public Kind kind() {
    return kind;
  }

  /** Returns what was found, for example the type. */
  public @Nullable String found() {
    return found;
  }

  /** Returns what is allowed. */
  public @Nullable String allowed() {
    return allowed;
  }
}
