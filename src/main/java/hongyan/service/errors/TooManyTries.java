package hongyan.service.errors;

import java.time.Duration;

/** Thrown when somebody has to wait before they may try again; becomes 429. */
public final class TooManyTries extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final long waitSeconds;

  public TooManyTries(Duration wait) {
    super("尝试过多，请在 %1$d 秒后再试 (too many tries; try again in %1$d s)".formatted(seconds(wait)));
    this.waitSeconds = seconds(wait);
  }

  public long waitSeconds() {
    return waitSeconds;
  }

  private static long seconds(Duration wait) {
    return Math.max(1, wait.plusMillis(999).toSeconds());
  }
}
