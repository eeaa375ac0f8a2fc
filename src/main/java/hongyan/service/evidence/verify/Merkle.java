package hongyan.service.evidence.verify;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;

/**
 * Hashes and proofs of the Merkle tree of Certificate Transparency. Source: RFC 9162 sections
 * 2.1.1, 2.1.3.2 and 2.1.4.2 (the same tree as RFC 6962). Pure, thread-safe.
 */
public final class Merkle {
  private static final byte LEAF = 0;
  private static final byte NODE = 1;

  private Merkle() {}

  /** Returns SHA-256(0x00 || entry). */
  public static byte[] leafHash(byte[] entry) {
    MessageDigest digest = sha256();
    digest.update(LEAF);
    return digest.digest(entry);
  }

  /** Returns SHA-256(0x01 || left || right). */
  public static byte[] nodeHash(byte[] left, byte[] right) {
    MessageDigest digest = sha256();
    digest.update(NODE);
    digest.update(left);
    return digest.digest(right);
  }

  /** Returns the root of the tree of nothing. */
  public static byte[] emptyRoot() {
    return sha256().digest();
  }

  /**
   * Returns the root that an inclusion proof leads to (RFC 9162 2.1.3.2), empty when the proof has
   * not the length that the place of the leaf asks for.
   */
  public static Optional<byte[]> root(long index, long size, byte[] leafHash, List<byte[]> path) {
    if (index < 0 || index >= size) {
      return Optional.empty();
    }
    long fn = index;
    long sn = size - 1;
    byte[] root = leafHash;
    for (byte[] hash : path) {
      if (sn == 0) {
        return Optional.empty();
      }
      if ((fn & 1) == 1 || fn == sn) {
        root = nodeHash(hash, root);
        while ((fn & 1) == 0 && fn != 0) {
          fn >>= 1;
          sn >>= 1;
        }
      } else {
        root = nodeHash(root, hash);
      }
      fn >>= 1;
      sn >>= 1;
    }
    return sn == 0 ? Optional.of(root) : Optional.empty();
  }

  /**
   * Returns whether a proof shows that the tree of {@code to} entries begins with the very entries
   * of the tree of {@code from} (RFC 9162 2.1.4.2).
   */
  public static boolean isConsistent(
      long from, long to, byte[] fromRoot, byte[] toRoot, List<byte[]> proof) {
    if (from < 0 || from > to) {
      return false;
    }
    if (from == 0) {
      return proof.isEmpty() && same(fromRoot, emptyRoot());
    }
    if (from == to) {
      return proof.isEmpty() && same(fromRoot, toRoot);
    }
    boolean wholeTree = Long.bitCount(from) == 1;
    if (!wholeTree && proof.isEmpty()) {
      return false;
    }
    byte[] start = wholeTree ? fromRoot : proof.get(0);
    List<byte[]> rest = wholeTree ? proof : proof.subList(1, proof.size());
    return leadsToBoth(from, to, fromRoot, toRoot, start, rest);
  }

  private static boolean leadsToBoth(
      long from, long to, byte[] fromRoot, byte[] toRoot, byte[] start, List<byte[]> rest) {
    int whole = Long.numberOfTrailingZeros(~(from - 1));
    long fn = from - 1 >> whole;
    long sn = to - 1 >> whole;
    byte[] fr = start;
    byte[] sr = start;
    for (byte[] hash : rest) {
      if (sn == 0) {
        return false;
      }
      if ((fn & 1) == 1 || fn == sn) {
        fr = nodeHash(hash, fr);
        sr = nodeHash(hash, sr);
        while ((fn & 1) == 0 && fn != 0) {
          fn >>= 1;
          sn >>= 1;
        }
      } else {
        sr = nodeHash(sr, hash);
      }
      fn >>= 1;
      sn >>= 1;
    }
    return sn == 0 && same(fr, fromRoot) && same(sr, toRoot);
  }

  static boolean same(byte[] one, byte[] other) {
    return MessageDigest.isEqual(one, other);
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
