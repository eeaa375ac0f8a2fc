package hongyan.service.backup;

import java.nio.file.Path;
import java.time.Duration;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** What is told of a backup: the way it goes, and what came of it. */
final class Account {
  private static final int BAR_UPDATE_MILLIS = 250;

  private Account() {}

  static ProgressBar bar(String task) {
    return new ProgressBarBuilder()
        .setTaskName(task)
        .setStyle(ProgressBarStyle.UNICODE_BLOCK)
        .setUnit(" MiB", 1024 * 1024)
        .setUpdateIntervalMillis(BAR_UPDATE_MILLIS)
        .setConsumer(new ConsoleProgressBarConsumer(System.err))
        .build();
  }

  static String taken(Manifest manifest, Path to, long nanos) {
    long records =
        manifest.log().stream()
            .filter(partition -> !partition.topic().startsWith("__"))
            .mapToLong(Manifest.Partition::records)
            .sum();
    String figures = "%,d records".formatted(records);
    return "备份完成 | backed up: %s, %s (%s)".formatted(to, figures, size(manifest, nanos));
  }

  static String restored(Manifest manifest, Path state, long nanos) {
    return "恢复完成 | restored: %s, as of %s (%s)"
        .formatted(state, manifest.began(), size(manifest, nanos));
  }

  private static String size(Manifest manifest, long nanos) {
    long bytes = manifest.files().stream().mapToLong(Manifest.Entry::size).sum();
    return "%,d files, %,.1f MB, %.1f s"
        .formatted(
            manifest.files().size(), bytes / 1e6, Duration.ofNanos(nanos).toMillis() / 1000.0);
  }
}
