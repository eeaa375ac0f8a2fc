package hongyan.service.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code serve}: the service with the pipelines in process. Restart continues where it stopped. */
@Command(name = "serve", description = "runs the service with the pipelines in this process")
final class Serve implements Callable<Integer> {
  private final Class<?> application;
  @Mixin private ServeOptions options = new ServeOptions();

  @Option(
      names = "--state",
      defaultValue = "state",
      description = "folder that everything durable lives in (default: ${DEFAULT-VALUE})")
  private Path state = Path.of("state");

  Serve(Class<?> application) {
    this.application = application;
  }

  @Override
  public Integer call() throws InterruptedException {
    try (RunningService service = RunningService.start(application, options, state)) {
      service.print(System.out);
      service.await();
      return 0;
    } catch (StartFailed failed) {
      System.err.println(failed.getMessage());
      return 1;
    }
  }
}
