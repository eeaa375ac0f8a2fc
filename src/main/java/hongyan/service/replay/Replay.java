package hongyan.service.replay;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.core.JacksonException;

/**
 * The command {@code replay}: sends recorded files through the public ingest interface.
 *
 * <p>Exit code 0 when everything was taken, 1 when something was refused or could not be read, 2
 * when it was called wrongly.
 */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    description = "Sends recorded files, told by content, through the public ingest interface.")
public final class Replay implements Callable<Integer> {
  private static final int BAR_UPDATE_MILLIS = 250;

  @Parameters(
      arity = "1..*",
      paramLabel = "DIR-OR-FILE",
      description = "Files, or folders with files; packed with gzip or not.")
  private List<Path> sources = List.of();

  @Option(
      names = "--to",
      paramLabel = "URL",
      defaultValue = "http://localhost:8080",
      description = "Address of the service (default: ${DEFAULT-VALUE}).")
  private URI to = URI.create("http://localhost:8080");

  @Mixin private OwnToken token = new OwnToken();

  @Option(
      names = "--speed",
      paramLabel = "N",
      defaultValue = "0",
      description =
          "N times real time by the records' own times, a body at a time;"
              + " 0 is as fast as it goes (default: ${DEFAULT-VALUE}).")
  private double speed;

  @Option(
      names = "--register-stations",
      description =
          "Register air stations that the service does not know where the file gives a position"
              + " or we know it.")
  private boolean registerStations;

  @Spec private CommandSpec spec;

  private final PrintStream out;
  private final PrintStream err;
  private final Pause pause;

  public Replay() {
    this(System.out, System.err, Pause.SLEEP);
  }

  /** The account goes to {@code out}; progress and what went wrong to {@code err}. */
  Replay(PrintStream out, PrintStream err, Pause pause) {
    this.out = out;
    this.err = err;
    this.pause = pause;
    this.spec = CommandSpec.create();
  }

  @Override
  public Integer call() throws IOException {
    check();
    List<RecordedFile> files = RecordedFile.listFiles(sources);
    Totals totals = new Totals();
    long start = System.nanoTime();
    try (ProgressBar bar = bar(files)) {
      Dispatch dispatch =
          new Dispatch(
              new Sender(to, token.find(), pause),
              totals,
              registerStations,
              speed,
              pause,
              records -> bar.setExtraMessage(" %,d records".formatted(records)));
      for (RecordedFile file : files) {
        send(file, dispatch, totals, bar);
      }
    } catch (ServiceAway e) {
      totals.refused(e.getMessage());
    }
    totals.print(out, System.nanoTime() - start);
    return totals.allTaken() ? 0 : 1;
  }

  private void check() {
    for (Path source : sources) {
      if (!Files.isReadable(source)) {
        throw new ParameterException(spec.commandLine(), "cannot read " + source);
      }
    }
    if (to.getHost() == null || !List.of("http", "https").contains(to.getScheme())) {
      throw new ParameterException(
          spec.commandLine(), "--to needs an http or https address, not " + to);
    }
    if (!(speed >= 0 && speed < Double.POSITIVE_INFINITY)) {
      throw new ParameterException(spec.commandLine(), "--speed needs 0 or more, not " + speed);
    }
  }

  private ProgressBar bar(List<RecordedFile> files) {
    return new ProgressBarBuilder()
        .setTaskName("replay")
        .setInitialMax(files.stream().mapToLong(RecordedFile::size).sum())
        .setStyle(ProgressBarStyle.UNICODE_BLOCK)
        .setUnit(" KiB", 1024)
        .setUpdateIntervalMillis(BAR_UPDATE_MILLIS)
        .setConsumer(new ConsoleProgressBarConsumer(err))
        .build();
  }

  private void send(RecordedFile file, Dispatch dispatch, Totals totals, ProgressBar bar) {
    totals.file();
    long before = bar.getCurrent();
    try (BufferedInputStream in = file.open(bar::stepBy)) {
      Head head = RecordedFile.head(in);
      Optional<RecordedFormat> format = RecordedFormats.find(head);
      if (format.isPresent()) {
        say(file, format.get().title());
        format.get().read(in, dispatch);
      } else {
        say(file, "no format that replay knows; it looks like " + head.looksLike());
        totals.refused("files of no format that replay knows, named above");
      }
    } catch (IOException | UncheckedIOException | JacksonException | IllegalArgumentException e) {
      // An IllegalArgumentException is commons-csv's word for a table that it cannot make sense of.
      say(file, "cannot be read on: " + e.getMessage());
      totals.refused("file " + file.path() + " cannot be read on: " + e.getMessage());
    }
    bar.stepTo(before + file.size());
  }

  private void say(RecordedFile file, String words) {
    err.printf("%n%s: %s%n", file.path(), words);
  }
}
