package hongyan.service.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ProgressBar;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code restore}: makes a state folder of a backup, after every file of it was held against the
 * manifest. Exit code 0 when it is done, 1 when the backup is not whole, 2 when it was called
 * wrongly.
 */
@Command(
    name = "restore",
    mixinStandardHelpOptions = true,
    description = {
      "核对备份后恢复为新的状态目录；随后用 serve 启动，时序库由日志重建",
      "checks a backup and makes a state folder of it; serve then makes series.db again from the log",
      "exit 0: restored; 1: the backup is not whole, nothing was copied; 2: called wrongly"
    })
public final class Restore implements Callable<Integer> {
  @Option(
      names = "--from",
      required = true,
      paramLabel = "DIR",
      description = "备份目录 | the folder of the backup")
  private Path from = Path.of("backup");

  @Option(
      names = "--keys",
      paramLabel = "DIR",
      description = "密钥与令牌所在目录 | the folder with keys and token (default: that of the backup)")
  private @Nullable Path keys;

  @Option(
      names = "--state",
      required = true,
      paramLabel = "DIR",
      description = "新的状态目录，须不存在或为空 | the new state folder; nothing may be in it")
  private Path state = Path.of("state");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    Path apart = keys == null ? from : keys;
    checkFolder(from);
    checkFolder(apart);
    if (!Backup.isNewOrEmpty(state)) {
      throw wrong(state + " 不是空目录", state + " is not an empty folder");
    }
    long start = System.nanoTime();
    try {
      Manifest manifest = Manifest.read(from);
      checkAndCopy(manifest, apart);
      System.out.println(Account.restored(manifest, state, System.nanoTime() - start));
      return 0;
    } catch (BackupFault fault) {
      System.err.println(fault.getMessage());
      return 1;
    }
  }

  private void checkAndCopy(Manifest manifest, Path apart) throws IOException, BackupFault {
    try (ProgressBar bar = Account.bar("restore")) {
      bar.maxHint(2 * manifest.files().stream().mapToLong(Manifest.Entry::size).sum());
      new ManifestCheck(manifest, from, apart).run(bar::stepBy);
      copy(manifest, apart, bar);
    }
  }

  private void copy(Manifest manifest, Path apart, ProgressBar bar) throws IOException {
    FileCopy.createFolder(state);
    FileCopy.createFile(state.resolve(StateContents.RESTORING));
    FileCopy.flush(state);
    for (Manifest.Entry entry : manifest.files()) {
      Path target = state.resolve(entry.path());
      FileCopy.createFolder(target.getParent());
      FileCopy.copy(BackupFolder.place(from, apart, entry.path()), target, bar::stepBy);
    }
    FileCopy.flushFolders(state);
    Files.delete(state.resolve(StateContents.RESTORING));
    FileCopy.flush(state);
  }

  /** Returns why no service may run on a folder: it is a backup, or half a restored one. */
  public static Optional<String> findObjection(Path folder) {
    if (Files.exists(folder.resolve(Manifest.NAME))) {
      return Optional.of("it is a backup; make a state folder of it by: ./hongyan restore");
    }
    return Files.exists(folder.resolve(StateContents.RESTORING))
        ? Optional.of("a restore into it was not finished; empty it and restore again")
        : Optional.empty();
  }

  private void checkFolder(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw wrong("没有目录 " + folder, folder + " is no folder");
    }
  }

  private ParameterException wrong(String chinese, String english) {
    return new ParameterException(spec.commandLine(), chinese + " | " + english);
  }
}
