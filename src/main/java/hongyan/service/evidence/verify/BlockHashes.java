package hongyan.service.evidence.verify;

import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Hashes what is written to it, as a whole and by blocks of 64 KiB. Not thread-safe. */
public final class BlockHashes extends OutputStream {
  private final MessageDigest whole = Merkle.sha256();
  private final MessageDigest block = Merkle.sha256();
  private final List<String> blocks = new ArrayList<>();
  private long size;

  @Override
  public void write(int b) {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    whole.update(bytes, offset, length);
    int at = offset;
    for (int left = length; left > 0; ) {
      int room = Layout.BLOCK - (int) (size % Layout.BLOCK);
      int part = Math.min(room, left);
      block.update(bytes, at, part);
      size += part;
      at += part;
      left -= part;
      if (part == room) {
        blocks.add(hex(block));
      }
    }
  }

  /** Ends it and returns the line of the list of blocks; nothing may be written after. */
  public Line line(String path) {
    if (size % Layout.BLOCK != 0) {
      blocks.add(hex(block));
    }
    return new Line(path, size, hex(whole), List.copyOf(blocks));
  }

  private static String hex(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }

  /**
   * What a file hashes to.
   *
   * @param sha256 of the whole
   * @param blocks of each 64 KiB
   */
  public record Line(String path, long size, String sha256, List<String> blocks) {

    public String print() {
      return path + "\t" + size + "\t" + String.join(",", blocks) + "\n";
    }

    /** Lists the ranges of bytes in which this differs from what it should be. */
    String differences(Line wanted) {
      List<String> ranges = new ArrayList<>();
      int count = Math.max(blocks.size(), wanted.blocks.size());
      for (int i = 0; i < count; i++) {
        int from = i;
        while (i < count && !same(wanted, i)) {
          i++;
        }
        if (i > from) {
          long end = Math.min((long) i * Layout.BLOCK, Math.max(size, wanted.size));
          ranges.add((long) from * Layout.BLOCK + "-" + (end - 1));
        }
      }
      return String.join(", ", ranges);
    }

    private boolean same(Line wanted, int i) {
      return i < blocks.size()
          && i < wanted.blocks.size()
          && blocks.get(i).equals(wanted.blocks.get(i));
    }
  }
}
