package hongyan.service.demo;

import hongyan.geo.city.City;
import hongyan.service.replay.Pause;
import hongyan.service.replay.Sender;
import hongyan.service.replay.Totals;
import java.io.PrintStream;
import java.net.URI;
import java.time.LocalDate;
import java.util.stream.Stream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * Sends the demo's year to a running service, through the same doors as real data.
 *
 * <p>Sending it again, after a stop at any point, changes nothing, as long as the seed and the end
 * are the same.
 *
 * @param base the service's address without {@code /api/v1}
 * @param endDay the day after the last that is generated, usually today in Asia/Shanghai
 */
public record DemoLoad(URI base, long seed, LocalDate endDay) {
  private static final int BAR_UPDATE_MILLIS = 250;

  /**
   * Generates and sends; the progress bar and the account go to {@code out}.
   *
   * <p>Throws {@link hongyan.service.replay.ServiceAway} when nobody answers there.
   */
  public Totals run(PrintStream out) {
    long start = System.nanoTime();
    City city = City.open("yongzhou");
    DemoYear year = DemoYear.of(city, seed, endDay);
    DemoLedger ledger = new DemoLedger(seed, year.days(), city.counties().list());
    Totals totals = new Totals();
    Sender sender = new Sender(base, Pause.SLEEP);
    try (ProgressBar bar = bar(out, year)) {
      // One body after the other, so that the year is never in memory as text.
      Stream.concat(year.bodies(), Stream.of(ledger.body()))
          .forEach(
              body -> {
                totals.body(body, sender.send(body));
                bar.stepTo(year.days().daysUntil(body.firstTime()));
                bar.setExtraMessage(" %,d records".formatted(totals.records()));
              });
      bar.stepTo(bar.getMax());
    }
    totals.print(out, System.nanoTime() - start);
    return totals;
  }

  private static ProgressBar bar(PrintStream out, DemoYear year) {
    return new ProgressBarBuilder()
        .setTaskName("demo data (generated)")
        .setInitialMax(year.days().count())
        .setStyle(ProgressBarStyle.UNICODE_BLOCK)
        .setUnit(" days", 1)
        .setUpdateIntervalMillis(BAR_UPDATE_MILLIS)
        .setConsumer(new ConsoleProgressBarConsumer(out))
        .build();
  }
}
