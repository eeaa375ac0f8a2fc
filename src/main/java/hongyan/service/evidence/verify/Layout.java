package hongyan.service.evidence.verify;

import java.nio.charset.StandardCharsets;

/** The files of an evidence package: a BagIt bag (RFC 8493) with Hongyan's proofs beside it. */
public final class Layout {
  public static final String BAGIT = "bagit.txt";
  public static final String BAG_INFO = "bag-info.txt";
  public static final String MANIFEST = "manifest-sha256.txt";
  public static final String TAG_MANIFEST = "tagmanifest-sha256.txt";
  public static final String PAYLOAD = "data/";

  /** The records byte for byte as they stand on the log, one a line; one with lines by itself. */
  public static final String RECORDS = PAYLOAD + "records/";

  public static final String PROOFS = "hongyan/";

  /** SHA-256 of every 64 KiB of every other file: path, tab, size, tab, hashes with commas. */
  public static final String BLOCKS = PROOFS + "blocks.txt";

  /** Every key that ever signed, one a line, the one of this package first. */
  public static final String KEYS = PROOFS + "keys.txt";

  /** The signed head that the proofs lead to. */
  public static final String HEAD = PROOFS + "head.txt";

  /** Of each record: file, line (- for the whole file), index in the tree, leaf hash, path. */
  public static final String INCLUSION = PROOFS + "inclusion.txt";

  /** Signed heads of days before, by size. */
  public static final String HEADS = PROOFS + "heads/";

  /** Of each head before: its size, the size of the package's head, path. */
  public static final String CONSISTENCY = PROOFS + "consistency.txt";

  /** The signature: the one file that no manifest lists. */
  public static final String SIGNATURE = PROOFS + "signature.txt";

  public static final int BLOCK = 64 * 1024;

  /** What the first line of a signed statement ends with. */
  static final String STATEMENT = " evidence package";

  private Layout() {}

  /**
   * Returns the text that is signed.
   *
   * @param name of the key
   * @param tagManifest the content of {@link #TAG_MANIFEST}
   */
  public static String statement(String name, String packageId, byte[] tagManifest, String time) {
    return "%s%s\n%s\nsha256 %s\ntime %s\n"
        .formatted(name, STATEMENT, packageId, hex(tagManifest), time);
  }

  private static String hex(byte[] content) {
    return java.util.HexFormat.of().formatHex(Merkle.sha256().digest(content));
  }

  static String text(byte[] utf8) {
    return new String(utf8, StandardCharsets.UTF_8);
  }
}
