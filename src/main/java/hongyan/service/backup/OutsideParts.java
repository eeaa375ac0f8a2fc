package hongyan.service.backup;

import hongyan.service.settings.SettingsFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Binder;

/** A part of the layout that is not in the state folder, and how that one is backed up. */
enum OutsideParts {
  DATABASE(
      "hongyan.database.url",
      StateContents.SERVICE,
      "业务数据库（预警处置、台账、账号等）在外部：备份前先用 pg_dump 备份",
      "the service's database (steps on alerts, ledger, accounts) is outside: back it up with"
          + " pg_dump BEFORE this"),
  SERIES(
      "hongyan.series.database",
      "",
      "时序数据库在外部：可由日志重建，也可用 pg_dump 备份",
      "the series database is outside: it can be made again from the log, or pg_dump"),
  INFLUX(
      "hongyan.series.influx.url",
      "",
      "InfluxDB 在外部：可由日志重建，也可用 influxd backup 备份",
      "InfluxDB is outside: it can be made again from the log, or influxd backup"),
  LOG(
      "hongyan.log",
      StateContents.LOG + "/meta.properties",
      "日志（Kafka 集群）在外部：靠副本与镜像保全，复制须在本命令之后",
      "the log (a Kafka cluster) is outside: replication and mirroring keep it; a copy of it is made"
          + " AFTER this");

  private final String setting;
  private final String sign;
  private final String chinese;
  private final String english;

  OutsideParts(String setting, String sign, String chinese, String english) {
    this.setting = setting;
    this.sign = sign;
    this.chinese = chinese;
    this.english = english;
  }

  String setting() {
    return setting;
  }

  /** Returns what to tell whoever takes the backup. */
  String words() {
    return "%s（%s）。| %s (%s).".formatted(chinese, setting, english, setting);
  }

  /**
   * Returns what is outside by the settings of the environment and the file, or has left nothing in
   * the folder.
   */
  static Set<OutsideParts> of(Path state, @Nullable Path config) {
    Binder settings = SettingsFile.read(config);
    Set<OutsideParts> outside = EnumSet.noneOf(OutsideParts.class);
    for (OutsideParts part : values()) {
      boolean set = settings.bind(part.setting, String.class).isBound();
      if (set || !Files.exists(state.resolve(part.sign))) {
        outside.add(part);
      }
    }
    return outside;
  }
}
