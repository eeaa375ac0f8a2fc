package hongyan.service.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What lies in a state folder. What has no name here is taken too: nothing is forgotten. */
final class StateContents {
  static final String CHAIN = "chain.db";
  static final String SERVICE = "service.db";
  static final String LOG = "log";
  static final String ATTACHMENTS = "attachments";

  /** In a restored folder until everything is there; no service starts on one that has it. */
  static final String RESTORING = "restoring";

  /** Small, and worth as much as everything that they seal and sign. */
  static final Set<String> KEYS =
      Set.of("chain-key.pem", "identity-keys.json", "second-factor-key", "admin-token");

  private static final Set<String> TAKEN_OTHERWISE = Set.of(SERVICE, CHAIN, LOG, ATTACHMENTS);

  /** Made again from the log, or of no use to another process. */
  private static final Pattern LEFT_OUT =
      Pattern.compile(
          "series\\.db|checkpoints|lock|hongyan\\.log.*|.*\\.db-(wal|shm|journal)|.*\\.part");

  private StateContents() {}

  /** Lists the files of the attachments that are kept, as paths from the state folder. */
  static Set<String> attachments(Path state) throws IOException {
    return files(state, ATTACHMENTS, ATTACHMENTS + "/incoming");
  }

  /** Lists what is neither a database, nor log, attachment, key, nor left out. */
  static Set<String> others(Path state) throws IOException {
    Set<String> others = new TreeSet<>();
    try (Stream<Path> children = Files.list(state)) {
      for (String name : children.map(child -> child.getFileName().toString()).toList()) {
        if (!TAKEN_OTHERWISE.contains(name)
            && !KEYS.contains(name)
            && !LEFT_OUT.matcher(name).matches()) {
          others.addAll(files(state, name, ""));
        }
      }
    }
    return others;
  }

  /** Lists the keys that are there. */
  static List<String> keys(Path state) {
    return KEYS.stream().filter(key -> Files.exists(state.resolve(key))).sorted().toList();
  }

  private static Set<String> files(Path state, String below, String but) throws IOException {
    Set<String> found = new TreeSet<>();
    if (Files.exists(state.resolve(below))) {
      try (Stream<Path> all = Files.walk(state.resolve(below))) {
        all.filter(Files::isRegularFile)
            .map(file -> slashed(state, file))
            .filter(path -> but.isEmpty() || !path.startsWith(but + "/"))
            .forEach(found::add);
      }
    }
    return found;
  }

  /** Returns the path of a file from a folder, with {@code /} between names. */
  static String slashed(Path folder, Path file) {
    return folder.relativize(file).toString().replace('\\', '/');
  }
}
