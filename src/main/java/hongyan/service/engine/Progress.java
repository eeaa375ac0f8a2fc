package hongyan.service.engine;

import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** How far the pipelines are, in figures. */
@Component
public class Progress {
  private final Engine engine;
  private final Backlog backlog;
  private final Clock clock;

  Progress(Engine engine, Backlog backlog, Clock clock) {
    this.engine = engine;
    this.backlog = backlog;
    this.clock = clock;
  }

  /** Throws {@link IllegalStateException} when the log does not say. */
  public long backlog() {
    return backlog.records();
  }

  /** Returns how old the newest complete checkpoint is, NaN before the first. */
  public double checkpointAgeSeconds() {
    var checkpoint = engine.state().checkpoint();
    return checkpoint == null
        ? Double.NaN
        : Duration.between(checkpoint, clock.instant()).toMillis() / 1e3;
  }
}
