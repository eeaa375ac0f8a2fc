package hongyan.benchmarks.parts;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/** Something that is done to a running product, and undone. */
interface Fault {
  long PAUSE_MILLIS = 60_000;

  /** How long a supervisor waits before it starts again what has died. */
  long RESTART_MILLIS = 2_000;

  String name();

  /**
   * Strikes, and returns the moment at which the fault was over ({@link System#nanoTime}): the part
   * was about to be started again, or went on.
   */
  long strike(Layout layout) throws IOException, InterruptedException;

  /** SIGKILL, and started again as a supervisor does. */
  static Fault kill(String part) {
    return of(
        part + ", kill -9",
        layout -> {
          ProcessHandle process = layout.process(part);
          process.destroyForcibly();
          process.onExit().join();
          Thread.sleep(RESTART_MILLIS);
          long over = System.nanoTime();
          layout.restart(part);
          return over;
        });
  }

  /** SIGSTOP for a minute, of the process and those that it started. */
  static Fault pause(String part) {
    return of(
        part + ", SIGSTOP 60 s",
        layout -> {
          ProcessHandle process = layout.process(part);
          List<ProcessHandle> all =
              Stream.concat(Stream.of(process), process.descendants()).toList();
          signal("-STOP", all);
          Thread.sleep(PAUSE_MILLIS);
          signal("-CONT", all);
          return System.nanoTime();
        });
  }

  /** What {@link #strike} does. */
  interface Deed {
    long on(Layout layout) throws IOException, InterruptedException;
  }

  static Fault of(String name, Deed deed) {
    return new Fault() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public long strike(Layout layout) throws IOException, InterruptedException {
        return deed.on(layout);
      }
    };
  }

  private static void signal(String signal, List<ProcessHandle> processes)
      throws IOException, InterruptedException {
    List<String> pids = processes.stream().map(each -> String.valueOf(each.pid())).toList();
    List<String> command = Stream.concat(Stream.of("kill", signal), pids.stream()).toList();
    new ProcessBuilder(command).inheritIO().start().waitFor();
  }
}
