package hongyan.benchmarks;

import hongyan.pipelines.air.AirDay;
import hongyan.pipelines.air.AreaDay;
import hongyan.pipelines.air.Reading;
import hongyan.pipelines.air.StationDay;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * A year of readings of four stations to all figures of these stations, their county and the city:
 * through the real job with its checkpoints, and by the same functions in a plain loop. Then all
 * readings of one station again, with other values.
 *
 * <p>A job is one long run and not an operation, so there is no JMH here: what is measured first
 * warms up what comes after, and the plain loop, which comes first, is measured at its third run.
 */
final class AirBenchmark {
  private static final SyntheticYear YEAR = new SyntheticYear(AirJob.STATIONS);
  private static final int LOOPS = 3;

  private AirBenchmark() {}

  static List<Row> rows(Path target) throws Exception {
    int one = SyntheticYear.readingsOfOneStation();
    double load = 0;
    double correction = 0;
    for (int i = 0; i < LOOPS; i++) {
      load = YEAR.readings() / seconds(() -> plain(YEAR::reading, YEAR.readings()));
      correction = 1 / seconds(() -> plain(YEAR::correction, one));
    }
    List<Row> rows = new ArrayList<>();
    for (int parallelism = 1; parallelism <= 2; parallelism++) {
      AirJob.Times times = AirJob.run(YEAR, parallelism);
      String job = ", job with parallelism " + parallelism;
      rows.add(
          new Row("air" + job, "readings", YEAR.readings() / times.load(), "plain loop", load));
      rows.add(
          new Row(
              "air, one station-year corrected" + job,
              "station-years",
              1 / times.correction(),
              "plain loop",
              correction));
    }
    return rows;
  }

  private static double seconds(Runnable work) {
    long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / 1e9;
  }

  /** The days of the stations, and from these the days of their county and the city. */
  private static void plain(IntFunction<Reading> readings, int count) {
    Map<String, Map<String, List<Reading>>> byDate = new HashMap<>();
    IntStream.range(0, count)
        .mapToObj(readings)
        .forEach(
            reading ->
                byDate
                    .computeIfAbsent(AirDay.dateOf(reading), date -> new HashMap<>())
                    .computeIfAbsent(reading.station(), station -> new ArrayList<>())
                    .add(reading));
    int complete = 0;
    for (var date : byDate.entrySet()) {
      List<StationDay> days = new ArrayList<>();
      date.getValue().forEach((id, all) -> days.add(AirDay.of(id, date.getKey(), all)));
      for (String area : AirJob.AREAS) {
        complete += AreaDay.of(area, date.getKey(), days).day().complete() ? 1 : 0;
      }
    }
    if (complete != SyntheticYear.DAYS * AirJob.AREAS.size()) {
      throw new IllegalStateException(complete + " days are complete");
    }
  }
}
