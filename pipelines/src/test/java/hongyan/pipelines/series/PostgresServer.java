package hongyan.pipelines.series;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL server for tests: the one that Debian installs, in a temporary folder, on a free
 * port of the loopback, as user postgres where the tests run as root. Where none is installed the
 * test that asks for one is skipped and says so.
 *
 * <p>{@link #shared()} is one for the whole test JVM, stopped when that ends; a test that kills its
 * server starts its own. Text of databases that say nothing else sorts by ICU, as Chinese servers
 * do, so that a missing {@code COLLATE "C"} shows. Nothing is synced to the disk.
 */
public final class PostgresServer implements AutoCloseable {

  public static final String USER = "hongyan";
  public static final String PASSWORD = "only for tests";

  private static final Path INSTALLED = Path.of("/usr/lib/postgresql");
  private static final String FOLDER = "hongyan-postgresql-";
  private static final AtomicInteger DATABASES = new AtomicInteger();
  private static @Nullable PostgresServer shared;

  private final Path programs;
  private final List<String> settings;
  private final Path folder;
  private final int port;
  private @Nullable Process process;

  private PostgresServer(Path programs, List<String> settings) throws IOException {
    this.programs = programs;
    this.settings = settings;
    // The name says whose it is, so that what a killed JVM leaves is found.
    this.folder = Files.createTempDirectory(FOLDER + ProcessHandle.current().pid() + "-");
    try (ServerSocket free = new ServerSocket(0)) {
      this.port = free.getLocalPort();
    }
  }

  /** Returns the server that the tests of this JVM share; its databases are each test's own. */
  public static synchronized PostgresServer shared() {
    if (shared == null) {
      shared = startNew();
    }
    return shared;
  }

  /** Returns whether there is one to start. */
  public static boolean isInstalled() {
    return newest().isPresent();
  }

  /**
   * Starts another server, for a test that stops or kills it.
   *
   * @param settings as in {@code postgresql.conf}, for example {@code fsync=on}
   */
  public static PostgresServer startNew(String... settings) {
    Optional<Path> programs = newest();
    assumeTrue(programs.isPresent(), "skipped: no PostgreSQL 15 or later in " + INSTALLED);
    try {
      removeLeftovers();
      var server = new PostgresServer(programs.orElseThrow(), List.of(settings));
      Runtime.getRuntime().addShutdownHook(new Thread(server::close));
      server.initialise();
      server.start();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public int port() {
    return port;
  }

  /** Makes an empty database that nobody else has, and returns its JDBC address. */
  public String createDatabase() {
    String name = "test_" + DATABASES.incrementAndGet();
    execute("CREATE DATABASE " + name);
    return address(name);
  }

  /** Returns the JDBC address of a database by name, which need not exist. */
  public String address(String database) {
    return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
  }

  /** Does one statement as the server's owner, outside of every test's database. */
  public void execute(String sql) {
    try (Connection connection = DriverManager.getConnection(address("postgres"), USER, PASSWORD);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Starts the server again on the same port, with what is on its disk; returns when it answers.
   */
  public void start() {
    List<String> command =
        new ArrayList<>(
            List.of(
                programs.resolve("postgres").toString(),
                "-D" + folder.resolve("data"),
                "-p" + port,
                "-k" + folder,
                "-clisten_addresses=127.0.0.1",
                "-cfsync=off",
                "-cfull_page_writes=off",
                "-cshared_buffers=32MB",
                "-cmax_connections=60"));
    settings.forEach(setting -> command.add("-c" + setting));
    for (int attempt = 0; attempt < 100; attempt++) {
      process = run(command);
      if (answers()) {
        return;
      }
      pause(); // Processes of a server that was killed may still hold its memory.
    }
    throw new IllegalStateException("PostgreSQL does not start:\n" + log());
  }

  /** Kills the server and all its processes, as kill -9 does. */
  public void kill() {
    Process running = process;
    if (running != null) {
      List<ProcessHandle> all = new ArrayList<>(running.descendants().toList());
      all.add(0, running.toHandle());
      all.forEach(ProcessHandle::destroyForcibly);
      all.forEach(each -> each.onExit().join());
      process = null;
    }
  }

  /** Stops the server and removes its folder. */
  @Override
  public void close() {
    kill(); // Nothing of it is kept.
    delete(folder);
  }

  private void initialise() throws IOException {
    Path password = folder.resolve("password");
    Files.writeString(password, PASSWORD);
    if (isRoot()) {
      var postgres =
          folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("postgres");
      Files.setOwner(password, postgres);
      Files.setOwner(folder, postgres);
    }
    List<String> command =
        List.of(
            programs.resolve("initdb").toString(),
            "--pgdata=" + folder.resolve("data"),
            "--username=" + USER,
            "--pwfile=" + password,
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--locale=C.UTF-8",
            "--locale-provider=icu",
            "--icu-locale=zh",
            "--no-sync");
    try {
      if (run(command).waitFor() != 0) {
        throw new IllegalStateException("initdb failed:\n" + log());
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Runs a program as who PostgreSQL agrees to run as: it refuses root. */
  private Process run(List<String> program) {
    List<String> command = new ArrayList<>();
    if (isRoot()) {
      command.addAll(
          List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups", "--"));
    }
    command.addAll(program);
    try {
      return new ProcessBuilder(command)
          .directory(folder.toFile())
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()))
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean answers() {
    Process started = process;
    while (started != null && started.isAlive()) {
      try (var connection = DriverManager.getConnection(address("postgres"), USER, PASSWORD)) {
        return connection.isValid(10);
      } catch (SQLException e) {
        pause();
      }
    }
    return false;
  }

  private String log() {
    try {
      return Files.readString(folder.resolve("log"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(50);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  private static Optional<Path> newest() {
    if (!Files.isDirectory(INSTALLED)) {
      return Optional.empty();
    }
    try (Stream<Path> versions = Files.list(INSTALLED)) {
      return versions
          .filter(path -> path.getFileName().toString().matches("\\d+"))
          .filter(path -> version(path) >= 15)
          .max(Comparator.comparingInt(PostgresServer::version))
          .map(path -> path.resolve("bin"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int version(Path path) {
    return Integer.parseInt(path.getFileName().toString());
  }

  /** Ends the servers of test JVMs that were killed before they could. */
  private static void removeLeftovers() throws IOException {
    try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      for (Path left : all.filter(PostgresServer::isLeftover).toList()) {
        Path pid = left.resolve("data").resolve("postmaster.pid");
        if (Files.exists(pid)) {
          long server = Long.parseLong(Files.readAllLines(pid).get(0).strip());
          ProcessHandle.of(server)
              .filter(process -> process.info().command().orElse("").endsWith("/postgres"))
              .ifPresent(ProcessHandle::destroyForcibly);
        }
        delete(left);
      }
    }
  }

  private static boolean isLeftover(Path path) {
    String name = path.getFileName().toString();
    return name.startsWith(FOLDER)
        && ProcessHandle.of(Long.parseLong(name.substring(FOLDER.length()).split("-")[0]))
            .isEmpty();
  }

  private static void delete(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException | UncheckedIOException e) {
      // Another JVM may remove the same leftovers; what stays is removed by the next.
    }
  }
}
