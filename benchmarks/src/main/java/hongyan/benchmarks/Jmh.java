package hongyan.benchmarks;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs the JMH methods of one class, each in a process of its own. */
final class Jmh {
  private Jmh() {}

  /**
   * Returns what each method does in a second, by its name. Its unit of time must be the second.
   * JMH's own account goes to a file.
   */
  static Map<String, Double> perSecond(Class<?> benchmark, Path target) throws RunnerException {
    var options =
        new OptionsBuilder()
            .include("^" + benchmark.getName().replace(".", "\\.") + "\\.")
            .forks(1)
            .threads(1)
            .shouldFailOnError(true)
            .output(target.resolve(benchmark.getSimpleName() + ".txt").toString())
            .build();
    return new Runner(options)
        .run().stream()
            .collect(
                Collectors.toMap(
                    result -> result.getPrimaryResult().getLabel(), result -> perSecond(result)));
  }

  private static double perSecond(RunResult result) {
    double score = result.getPrimaryResult().getScore();
    return result.getParams().getMode() == Mode.SingleShotTime ? 1 / score : score;
  }
}
