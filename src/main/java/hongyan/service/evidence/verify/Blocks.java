package hongyan.service.evidence.verify;

import hongyan.service.evidence.verify.BlockHashes.Line;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Names what was changed in a package, where it can down to the range of bytes. */
final class Blocks {

  private Blocks() {}

  static void check(Bag bag, List<Finding> findings) throws IOException, ZipFault {
    List<String> changed = bag.changed();
    Map<String, Line> wanted = changed.isEmpty() ? Map.of() : wanted(bag, changed);
    for (String name : changed) {
      findings.add(changed(bag.hashes().get(name), wanted.get(name)));
    }
    if (findings.stream().noneMatch(f -> f.outcome() == Finding.Outcome.FAILED)) {
      findings.add(
          Finding.holds(
              "files",
              "%d 个文件的校验和与清单一致".formatted(bag.hashes().size()),
              "%d files have the hashes that the manifests say".formatted(bag.hashes().size())));
    }
  }

  /** Reads the list of blocks, unless it was itself changed. */
  private static Map<String, Line> wanted(Bag bag, List<String> changed)
      throws IOException, ZipFault {
    Map<String, Line> wanted = new HashMap<>();
    if (bag.has(Layout.BLOCKS) && !changed.contains(Layout.BLOCKS)) {
      for (String text : bag.text(Layout.BLOCKS).split("\n")) {
        String[] parts = text.split("\t", -1);
        if (parts.length == 3 && parts[1].matches("\\d{1,15}")) {
          List<String> hashes =
              parts[2].isEmpty() ? List.of() : new ArrayList<>(List.of(parts[2].split(",")));
          wanted.put(parts[0], new Line(parts[0], Long.parseLong(parts[1]), "", hashes));
        }
      }
    }
    return wanted;
  }

  private static Finding changed(Line actual, @org.jspecify.annotations.Nullable Line wanted) {
    String ranges = wanted == null ? "" : actual.differences(wanted);
    if (wanted == null || ranges.isEmpty()) {
      return Finding.failed("file-changed", actual.path(), "内容与清单不符", "not what the manifest says");
    }
    String sizes =
        actual.size() == wanted.size() ? "" : " (%d / %d)".formatted(actual.size(), wanted.size());
    return Finding.failed(
        "file-changed",
        actual.path(),
        "内容与清单不符，改动位于字节 %s%s".formatted(ranges, sizes),
        "not what the manifest says: changed within bytes %s%s".formatted(ranges, sizes));
  }
}
