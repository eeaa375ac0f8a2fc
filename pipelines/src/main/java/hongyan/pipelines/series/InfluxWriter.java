package hongyan.pipelines.series;

import com.influxdb.exceptions.InfluxException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes points and returns when the server has them. While it is down, or too busy, the caller
 * waits, and with it what feeds the caller: nothing is dropped and nothing piles up. Points that
 * the server does not take are found, kept in {@code refused_point} and said in the log; the others
 * are written.
 */
final class InfluxWriter {

  private static final Logger LOG = LoggerFactory.getLogger(InfluxWriter.class);

  /**
   * Longer than a restart of a server takes, shorter than the ten minutes after which Flink gives a
   * checkpoint up: then the job starts again from the last one and writes the same again.
   */
  static final Duration PATIENCE = Duration.ofMinutes(5);

  private static final int MOST_POINTS = 5_000;

  /**
   * Version 1 takes bodies of 25 MB if it is not told otherwise; a character is 4 bytes at most.
   */
  private static final int MOST_CHARACTERS = 4_000_000;

  private static final long FIRST_PAUSE_MILLIS = 100;
  private static final long LONGEST_PAUSE_MILLIS = 5_000;

  /** What is said about points; everything else is said about the server. */
  private static final Set<Integer> REFUSALS = Set.of(400, 413, 422);

  private static final Set<Integer> SETTINGS = Set.of(401, 403, 404);

  private final InfluxDatabase database;
  private final RefusedPointTable refused;
  private final Duration patience;

  InfluxWriter(InfluxDatabase database, RefusedPointTable refused, Duration patience) {
    this.database = database;
    this.refused = refused;
    this.patience = patience;
  }

  /**
   * Writes all points, durable when this returns.
   *
   * @return how many of them the server has refused
   */
  int write(List<InfluxPoint> points) {
    var rejects = new ArrayList<RefusedPoint>();
    int from = 0;
    while (from < points.size()) {
      int to = end(points, from);
      send(points.subList(from, to), rejects);
      from = to;
    }
    if (!rejects.isEmpty()) {
      refused.write(rejects);
    }
    return rejects.size();
  }

  private static int end(List<InfluxPoint> points, int from) {
    int characters = 0;
    int to = from;
    while (to < points.size() && to - from < MOST_POINTS && characters < MOST_CHARACTERS) {
      characters += points.get(to++).length();
    }
    return to;
  }

  /** Halves what is not taken whole until only the points stand alone that are the reason. */
  private void send(List<InfluxPoint> points, List<RefusedPoint> rejects) {
    String said = deliver(points);
    if (said == null) {
      return;
    }
    if (points.size() == 1) {
      rejects.add(reject(points.get(0), said));
      return;
    }
    int half = points.size() / 2;
    send(points.subList(0, half), rejects);
    send(points.subList(half, points.size()), rejects);
  }

  private static RefusedPoint reject(InfluxPoint point, String said) {
    LOG.atError()
        .addKeyValue("record", point.measurement() + "/" + point.key())
        .addKeyValue("time", point.time())
        .log("InfluxDB has refused a point: {}", said);
    return new RefusedPoint(
        point.measurement(), point.key(), point.time(), point.shown(), said, Instant.now());
  }

  /** Returns what the server has against them, or null when it has taken them all. */
  private @Nullable String deliver(List<InfluxPoint> points) {
    var body = new StringBuilder();
    points.forEach(point -> point.appendTo(body.append(body.isEmpty() ? "" : "\n")));
    String lines = body.toString();
    long end = System.nanoTime() + patience.toNanos();
    long pause = FIRST_PAUSE_MILLIS;
    while (true) {
      try {
        database.send(lines);
        return null;
      } catch (InfluxException e) {
        if (REFUSALS.contains(e.status())) {
          return said(e);
        }
        if (SETTINGS.contains(e.status()) || System.nanoTime() - end > 0) {
          throw new SeriesException(database.address(), said(e), e);
        }
        LOG.warn("{} takes nothing, waiting: {}", database.address(), said(e));
        pause(pause);
        pause = Math.min(LONGEST_PAUSE_MILLIS, pause * 2);
      }
    }
  }

  private static String said(InfluxException e) {
    String message = e.getMessage() == null ? "" : e.getMessage();
    return e.errorBody().isEmpty() ? message : message + " " + e.errorBody();
  }

  private void pause(long millis) {
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SeriesException(database.address(), "told to stop while it was waiting", e);
    }
  }
}
