package hongyan.service.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import me.tongfei.progressbar.ProgressBar;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code backup}: a copy of everything that cannot be made again, of one moment, while the service
 * runs or not. Exit code 0 when it is whole, 1 when it could not be taken, 2 when it was called
 * wrongly.
 */
@Command(
    name = "backup",
    mixinStandardHelpOptions = true,
    description = {
      "备份状态目录；服务运行时也可进行。时序库和检查点可由日志重建，不备份",
      "backs up a state folder, also while the service runs on it; leaves out what can be made again"
          + " from the log (series.db, checkpoints)",
      "exit 0: the backup is whole; 1: it could not be taken; 2: called wrongly"
    })
public final class Backup implements Callable<Integer> {
  @Option(
      names = "--state",
      defaultValue = "state",
      description = "状态目录 | the state folder (default: ${DEFAULT-VALUE})")
  private Path state = Path.of("state");

  @Option(
      names = "--to",
      required = true,
      paramLabel = "DIR",
      description = "备份写入的新目录或空目录 | a new or empty folder for the backup")
  private Path to = Path.of("backup");

  @Option(
      names = "--keys",
      paramLabel = "DIR",
      description =
          "密钥与令牌另存的目录，应与备份分开保管 | another new or empty folder for keys and token,"
              + " to be kept apart (default: in the backup)")
  private @Nullable Path keys;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description =
          "服务的设置文件，用于判断哪些部分在外部 | the service's settings, which say what lies"
              + " outside the folder")
  private @Nullable Path config;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    check();
    Set<OutsideParts> outside = OutsideParts.of(state, config);
    outside.forEach(part -> System.out.println(part.words()));
    long start = System.nanoTime();
    try {
      Manifest manifest = take(outside);
      System.out.println(Account.taken(manifest, to, System.nanoTime() - start));
      return 0;
    } catch (BackupFault fault) {
      System.err.println(fault.getMessage());
      return 1;
    }
  }

  private Manifest take(Set<OutsideParts> outside) throws IOException, BackupFault {
    Path apart = keys == null ? to : keys;
    FileCopy.createFolder(to);
    FileCopy.createFolder(apart);
    try (ProgressBar bar = Account.bar("backup")) {
      BackupFolder folder = new BackupFolder(to, apart, bar::stepBy);
      Snapshot snapshot = new Snapshot(state, outside, folder, Clock.systemUTC());
      bar.maxHint(snapshot.size());
      Manifest manifest = snapshot.take(spec.root().version()[0]);
      FileCopy.flushFolders(to);
      FileCopy.flushFolders(apart);
      manifest.write(to);
      return manifest;
    }
  }

  private void check() throws IOException {
    if (!Files.exists(state.resolve(StateContents.CHAIN))) {
      throw wrong(
          "%s 不是状态目录（没有 %s）".formatted(state, StateContents.CHAIN),
          "%s is no state folder: there is no %s in it".formatted(state, StateContents.CHAIN));
    }
    if (config != null && !Files.isReadable(config)) {
      throw wrong("无法读取 " + config, "cannot read " + config);
    }
    checkEmpty(to);
    if (keys != null) {
      checkEmpty(keys);
      if (keys.toAbsolutePath().normalize().equals(to.toAbsolutePath().normalize())) {
        throw wrong("--keys 与 --to 不能相同", "--keys and --to are the same folder");
      }
    }
  }

  private void checkEmpty(Path folder) throws IOException {
    Path inside = state.toAbsolutePath().normalize();
    if (folder.toAbsolutePath().normalize().startsWith(inside)) {
      throw wrong(folder + " 在状态目录之内", folder + " lies within the state folder");
    }
    if (!isNewOrEmpty(folder)) {
      throw wrong(folder + " 不是空目录", folder + " is not an empty folder");
    }
  }

  /** Tells whether nothing is there that could be written over. */
  static boolean isNewOrEmpty(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return !Files.exists(folder);
    }
    try (Stream<Path> children = Files.list(folder)) {
      return children.findAny().isEmpty();
    }
  }

  private ParameterException wrong(String chinese, String english) {
    return new ParameterException(spec.commandLine(), chinese + " | " + english);
  }
}
