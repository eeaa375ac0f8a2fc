package hongyan.service.demo;

import hongyan.geo.city.City;
import hongyan.geo.place.CivilTime;
import hongyan.service.replay.Answer;
import hongyan.service.replay.Body;
import hongyan.service.replay.Pause;
import hongyan.service.replay.Sender;
import hongyan.service.replay.Totals;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/**
 * Sends the demo's year to a running service, through the same doors as real data.
 *
 * <p>Sending it again, after a stop at any point, changes nothing, as long as the seed and the end
 * are the same.
 *
 * @param base the service's address without {@code /api/v1}
 * @param token by which the service knows us, or null without one
 * @param endDay the day after the last that is generated, usually today in Asia/Shanghai
 */
public record DemoLoad(URI base, @Nullable String token, long seed, LocalDate endDay) {
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
    Sender sender = new Sender(base, token, Pause.SLEEP);
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
    sendPatrolPoints(sender, out);
    return totals;
  }

  /**
   * Opens the rescue cases of the year and tells what became of the birds. Comes after {@link
   * #run}, when the pipelines have worked the casualties in; sending it again changes nothing.
   *
   * @return how many cases there are
   */
  public int rescue() {
    Sender sender = new Sender(base, token, Pause.SLEEP);
    List<DemoCasualty> rescued = DemoYear.of(City.open("yongzhou"), seed, endDay).rescued();
    for (DemoCasualty casualty : rescued) {
      sender.send(body("rescues", casualty.rescue()));
      for (String outcome : casualty.outcomes()) {
        sender.send(body("rescues/" + casualty.rescueId() + "/outcomes", outcome));
      }
    }
    return rescued.size();
  }

  private static Body body(String endpoint, String json) {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    return new Body(endpoint, "application/json", bytes, 1, null);
  }

  /**
   * Patrol points are no records of a time: they are put, all at once, and replace what was there.
   */
  private void sendPatrolPoints(Sender sender, PrintStream out) {
    Instant at = endDay.atStartOfDay(CivilTime.ZONE).toInstant();
    byte[] csv = PatrolModel.csv(City.open("yongzhou"), at, seed).getBytes(StandardCharsets.UTF_8);
    Answer answer =
        sender.put(
            new Body("patrol/points?replace=true", "text/csv", csv, PatrolModel.POINTS, null));
    out.printf(
        "%,d patrol points in %,d cells: %s%n",
        PatrolModel.POINTS,
        PatrolModel.CELLS,
        answer.reason().isEmpty() ? answer.accepted() + " taken" : answer.reason());
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
