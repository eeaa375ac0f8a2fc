package hongyan.service.cli;

import hongyan.service.database.DatabaseMove;
import hongyan.service.database.DatabaseSettings;
import hongyan.service.settings.SettingFault;
import hongyan.service.settings.SettingsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.Callable;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code move-database}: from the file in the state folder to PostgreSQL, once. */
@Command(
    name = "move-database",
    mixinStandardHelpOptions = true,
    description = {
      "将状态目录中的业务数据库 service.db 迁移到空的 PostgreSQL 数据库；须先停止服务",
      "moves service.db of a state folder into an empty database of PostgreSQL; stop the service first",
      "exit 0: all of it is there; 1: nothing was moved; 2: called wrongly"
    })
final class MoveDatabase implements Callable<Integer> {
  @Option(
      names = "--state",
      defaultValue = "state",
      description = "状态目录 | the state folder (default: ${DEFAULT-VALUE})")
  private Path state = Path.of("state");

  @Option(
      names = "--config",
      required = true,
      paramLabel = "FILE",
      description =
          "服务今后的设置文件，含 hongyan.database.* | the settings that the service will have, with"
              + " hongyan.database.*")
  private Path config = Path.of("hongyan.properties");

  @Override
  public Integer call() throws IOException {
    if (!Files.exists(state.resolve("service.db"))) {
      System.err.printf("%s 中没有 service.db | there is no service.db in %s%n", state, state);
      return 1;
    }
    LoggingSystem.get(getClass().getClassLoader())
        .setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
    try (StateFolder folder = StateFolder.open(state)) {
      DatabaseSettings settings =
          SettingsFile.read(config)
              .bind("hongyan.database", DatabaseSettings.class)
              .orElse(new DatabaseSettings(null, null, null));
      if (settings.url() == null) {
        throw new SettingFault(
            "hongyan.database.url", "not set in " + config, "the address of a PostgreSQL database");
      }
      Map<String, Long> rows = DatabaseMove.run(folder.path(), settings);
      rows.forEach((table, count) -> System.out.printf("%10d  %s%n", count, table));
      System.out.printf(
          "已迁移；原文件改名为 %1$s | moved; the file is now called %1$s%n", DatabaseMove.MOVED);
      return 0;
    } catch (StartFailed | SettingFault fault) {
      System.err.println(fault.getMessage());
    } catch (SQLException failure) {
      System.err.printf("未迁移任何数据 | nothing was moved: %s%n", failure.getMessage());
    }
    return 1;
  }
}
