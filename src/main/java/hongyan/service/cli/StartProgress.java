package hongyan.service.cli;

import hongyan.service.settings.StartStep;
import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.context.ApplicationListener;

/** Shows that the start is at work: a line for each step, and dots while one takes its time. */
final class StartProgress implements ApplicationListener<StartStep>, AutoCloseable {
  private final PrintStream out;
  private final long began = System.nanoTime();
  private final Thread ticker;

  private StartProgress(PrintStream out) {
    this.out = out;
    this.ticker = new Thread(this::tick, "start-progress");
    ticker.setDaemon(true);
  }

  static StartProgress begin(PrintStream out) {
    StartProgress progress = new StartProgress(out);
    out.print("starting ");
    out.flush();
    progress.ticker.start();
    return progress;
  }

  @Override
  public void onApplicationEvent(StartStep step) {
    synchronized (out) {
      out.printf(
          "%n%5.1f s  %s ",
          Duration.ofNanos(System.nanoTime() - began).toMillis() / 1000.0, step.words());
      out.flush();
    }
  }

  private void tick() {
    try {
      while (true) {
        TimeUnit.SECONDS.sleep(1);
        synchronized (out) {
          out.print('.');
          out.flush();
        }
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    ticker.interrupt();
    out.printf(
        "%n%5.1f s  done%n", Duration.ofNanos(System.nanoTime() - began).toMillis() / 1000.0);
  }
}
