package hongyan.service.backup;

import hongyan.pipelines.records.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Copies the folder of the broker in process, also while it writes to it, to what the broker would
 * find after a kill: it then reads every segment and builds the indexes anew.
 *
 * <p>Segments are only ever appended to, so a copy holds everything that was acknowledged before it
 * was begun, and at most half a batch at its end, which is cut. Compaction and deletion exchange
 * whole files; a partition whose files were exchanged meanwhile is copied again.
 *
 * <p>The order is: what follows from something else before it. How far the inboxes were taken goes
 * before what was taken, alerts and decisions before the records that they are about, records
 * before the reference that they were judged by. The metadata go last: the ids of producers that
 * the records carry must not be given to others.
 */
final class LogCopy {
  private static final List<String> FIRST =
      List.of(
          "__consumer_offsets",
          Topics.ALERTS,
          Topics.DELETIONS,
          Topics.DECISIONS,
          Topics.OCCURRENCE_DECISIONS);
  private static final List<String> LAST = List.of(Topics.REFERENCE, "__cluster_metadata");

  /** Before the records: a log that began behind its end would be thrown away. */
  private static final String BEGINNINGS = "log-start-offset-checkpoint";

  private static final Pattern PARTITION = Pattern.compile("(.+)-(\\d+)");

  /** What the broker makes anew, and what would let it trust files that it has not read. */
  private static final Pattern LEFT_OUT =
      Pattern.compile(
          "\\.kafka_cleanshutdown|\\.lock|(recovery-point|replication|cleaner)-offset-checkpoint"
              + "|.*\\.(index|timeindex|txnindex)(\\.(swap|cleaned))?|.*\\.(deleted|tmp|part)");

  /** Kafka's {@code max.message.bytes} unless told otherwise, and the head before them. */
  private static final long LARGEST_BATCH = 1_048_588 + 12;

  private static final int ATTEMPTS = 20;
  private static final int PAUSE_MILLIS = 250;

  private final Path log;
  private final BackupFolder to;
  private final List<Manifest.Partition> partitions = new ArrayList<>();

  LogCopy(Path log, BackupFolder to) {
    this.log = log;
    this.to = to;
  }

  /** Copies everything and returns what it holds. */
  List<Manifest.Partition> copy() throws IOException, BackupFault {
    if (Files.exists(log.resolve(BEGINNINGS))) {
      to.copy(log.resolve(BEGINNINGS), path(BEGINNINGS));
    }
    for (Path folder : folders()) {
      copyPartition(folder);
    }
    for (String name : files(log).keySet()) {
      if (!name.equals(BEGINNINGS)) {
        to.copy(log.resolve(name), path(name));
      }
    }
    return List.copyOf(partitions);
  }

  private List<Path> folders() throws IOException {
    try (Stream<Path> children = Files.list(log)) {
      return children
          .filter(Files::isDirectory)
          .filter(folder -> PARTITION.matcher(name(folder)).matches())
          .sorted(Comparator.comparingInt(LogCopy::turn).thenComparing(LogCopy::name))
          .toList();
    }
  }

  private static int turn(Path folder) {
    String topic = name(folder).replaceFirst("-\\d+$", "");
    if (LAST.contains(topic)) {
      return 1 + LAST.indexOf(topic);
    }
    return FIRST.contains(topic) ? FIRST.indexOf(topic) - FIRST.size() : 0;
  }

  private void copyPartition(Path folder) throws IOException, BackupFault {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Map<String, Object> before = files(folder);
      Manifest.Partition copied = copyFiles(folder, before.keySet().stream().toList());
      if (copied != null && files(folder).equals(before)) {
        partitions.add(copied);
        return;
      }
      to.discard(path(name(folder)));
      pause();
    }
    throw new BackupFault(
        "日志 %s 的文件一直在变动，请稍后再备份".formatted(name(folder)),
        "the files of %s are exchanged again and again; try later".formatted(name(folder)));
  }

  /** Returns null when a file was taken away meanwhile. */
  private Manifest.@Nullable Partition copyFiles(Path folder, List<String> names)
      throws IOException, BackupFault {
    List<String> segments = names.stream().filter(name -> name.endsWith(".log")).toList();
    Manifest.Partition whole = empty(folder, segments);
    try {
      for (String name : names) {
        String path = path(name(folder) + "/" + name);
        Path copy = to.copy(folder.resolve(name), path);
        if (segments.contains(name)) {
          boolean newest = name.equals(segments.get(segments.size() - 1));
          whole = plus(whole, check(copy, path, newest));
        }
      }
    } catch (NoSuchFileException goneMeanwhile) {
      return null;
    }
    return whole;
  }

  private SegmentExtent check(Path copy, String path, boolean newest)
      throws IOException, BackupFault {
    SegmentExtent extent = SegmentExtent.of(copy);
    long behind = Files.size(copy) - extent.bytes();
    if (behind > 0) {
      if (!newest || behind > LARGEST_BATCH) {
        throw SegmentExtent.damaged(copy, extent.bytes());
      }
      to.shorten(path, extent.bytes());
    }
    return extent;
  }

  private static Manifest.Partition empty(Path folder, List<String> segments) {
    Matcher matcher = PARTITION.matcher(name(folder));
    if (!matcher.matches()) {
      throw new IllegalArgumentException(name(folder));
    }
    long base = segments.isEmpty() ? 0 : Long.parseLong(segments.get(0).replace(".log", ""));
    return new Manifest.Partition(
        matcher.group(1), Integer.parseInt(matcher.group(2)), 0, base, base);
  }

  private static Manifest.Partition plus(Manifest.Partition whole, SegmentExtent more) {
    if (more.next() < 0) {
      return whole;
    }
    return new Manifest.Partition(
        whole.topic(),
        whole.partition(),
        whole.records() + more.records(),
        whole.to() == whole.from() ? more.first() : whole.from(),
        more.next());
  }

  /** Returns the files that are copied, in order, each with what tells it from one of its name. */
  private static Map<String, Object> files(Path folder) throws IOException {
    Map<String, Object> files = new TreeMap<>();
    try (Stream<Path> children = Files.list(folder)) {
      for (Path file : children.filter(Files::isRegularFile).toList()) {
        if (!LEFT_OUT.matcher(name(file)).matches()) {
          files.put(name(file), identity(file));
        }
      }
    }
    return files;
  }

  private static Object identity(Path file) throws IOException {
    try {
      Object key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
      return key == null ? name(file) : key;
    } catch (NoSuchFileException goneMeanwhile) {
      return "gone";
    }
  }

  private static String path(String name) {
    return StateContents.LOG + "/" + name;
  }

  private static String name(Path path) {
    return path.getFileName().toString();
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
