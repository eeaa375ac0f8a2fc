package hongyan.service.evidence;

import hongyan.service.chain.Leaf;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * One record in a package.
 *
 * @param file that it stands in, within the bag
 * @param line of that file, or null where the file is this record alone
 * @param value byte for byte as on the log
 * @param door that took it
 * @param receivedAt as written in the record
 * @param raw as it was sent
 * @param leadOnly why it is no more than a lead, or null
 */
record PackagedRecord(
    Leaf leaf,
    String file,
    @Nullable Integer line,
    byte[] value,
    String door,
    String receivedAt,
    String raw,
    @Nullable String leadOnly) {

  /** The record as the package's manifest lists it. */
  record Entry(
      String topic,
      String file,
      @Nullable Integer line,
      long chainIndex,
      String leafHash,
      String door,
      String receivedAt,
      @Nullable String leadOnly) {}

  Entry entry() {
    String hash = HexFormat.of().formatHex(leaf.hash());
    return new Entry(leaf.topic(), file, line, leaf.index(), hash, door, receivedAt, leadOnly);
  }
}
