package hongyan.service.cli;

import hongyan.geo.place.CivilTime;
import hongyan.service.demo.DemoLoad;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code demo}: {@code serve} with an example city and a generated year in a fresh folder. */
@Command(
    name = "demo",
    description = "serve with an example city and a generated year in a fresh state folder")
final class Demo implements Callable<Integer> {
  private final Class<?> application;
  @Mixin private ServeOptions options = new ServeOptions();

  @Option(names = "--state", description = "folder to use (default: a fresh temporary one)")
  private @Nullable Path state;

  @Option(
      names = "--seed",
      defaultValue = "2026",
      description = "same seed and day, same year (default: ${DEFAULT-VALUE})")
  private long seed;

  Demo(Class<?> application) {
    this.application = application;
  }

  @Override
  public Integer call() throws InterruptedException {
    try (RunningService service =
        RunningService.start(application, options.forTrying(), folder())) {
      if (service.hasAlerts()) {
        throw new StartFailed(
            "hongyan.database.url: the database has alerts already; needed: an empty one for a demo");
      }
      service.print(System.out);
      System.out.println("Everything in it is generated (docs/demo.md). 演示数据均为生成，非实测。");
      DemoLoad load =
          new DemoLoad(service.address(), service.token(), seed, LocalDate.now(CivilTime.ZONE));
      load.run(System.out);
      service.awaitPipelines(System.out);
      System.out.printf("rescue cases %d%n", load.rescue());
      service.print(System.out);
      service.await();
      return 0;
    } catch (StartFailed failed) {
      System.err.println(failed.getMessage());
      return 1;
    }
  }

  /**
   * A demo's year ends on the day of its start: on an older folder it would correct every record.
   */
  private Path folder() throws StartFailed {
    try {
      if (state == null) {
        return Files.createTempDirectory("hongyan-demo-");
      }
      // The chain stays a file, wherever the database is.
      if (Files.exists(state.resolve("service.db")) || Files.exists(state.resolve("chain.db"))) {
        throw new StartFailed(
            "The state folder %1$s is in use; go on with it by: ./hongyan serve --state %1$s"
                .formatted(state));
      }
      return state;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
