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

  /** Returns once the fault is over: the part is started again, or goes on. */
  void strike(Layout layout) throws IOException, InterruptedException;

  /** SIGKILL, and started again as a supervisor does. */
  static Fault kill(String part) {
    return of(
        part + ", kill -9",
        layout -> {
          ProcessHandle process = layout.process(part);
          process.destroyForcibly();
          process.onExit().join();
          Thread.sleep(RESTART_MILLIS);
          layout.restart(part);
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
        });
  }

  /** Something done on a layout. */
  interface Deed {
    void on(Layout layout) throws IOException, InterruptedException;
  }

  static Fault of(String name, Deed deed) {
    return new Fault() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public void strike(Layout layout) throws IOException, InterruptedException {
        deed.on(layout);
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
