package hongyan.service.chain;

import hongyan.service.evidence.verify.Merkle;
import java.util.ArrayList;
import java.util.List;

/**
 * Roots and proofs of the Merkle tree of RFC 9162 section 2.1 out of the hashes of its whole
 * subtrees. Pure.
 */
final class MerkleTree {

  /** So many bits hold the number of any level. */
  static final int LEVEL_BITS = 6;

  /** The hashes of whole subtrees: number {@code index} of those with 2^{@code level} leaves. */
  @FunctionalInterface
  interface Nodes {
    byte[] hash(int level, long index);
  }

  private final Nodes nodes;

  MerkleTree(Nodes nodes) {
    this.nodes = nodes;
  }

  /** Returns the root of the first {@code size} leaves. */
  byte[] root(long size) {
    return size == 0 ? Merkle.emptyRoot() : hash(0, size);
  }

  /** Returns PATH(index, D[size]). */
  List<byte[]> inclusion(long index, long size) {
    if (index < 0 || index >= size) {
      throw new IllegalArgumentException("leaf %d is not in a tree of %d".formatted(index, size));
    }
    List<byte[]> path = new ArrayList<>();
    path(index, 0, size, path);
    return path;
  }

  private void path(long index, long from, long to, List<byte[]> path) {
    if (to - from == 1) {
      return;
    }
    long cut = from + split(to - from);
    if (index < cut) {
      path(index, from, cut, path);
      path.add(hash(cut, to));
    } else {
      path(index, cut, to, path);
      path.add(hash(from, cut));
    }
  }

  /** Returns PROOF(from, D[to]). */
  List<byte[]> consistency(long from, long to) {
    if (from < 0 || from > to) {
      throw new IllegalArgumentException("no tree of %d grew into one of %d".formatted(from, to));
    }
    List<byte[]> proof = new ArrayList<>();
    if (from > 0 && from < to) {
      subproof(from, 0, to, true, proof);
    }
    return proof;
  }

  private void subproof(long size, long from, long to, boolean whole, List<byte[]> proof) {
    if (from + size == to) {
      if (!whole) {
        proof.add(hash(from, to));
      }
      return;
    }
    long left = split(to - from);
    if (size <= left) {
      subproof(size, from, from + left, whole, proof);
      proof.add(hash(from + left, to));
    } else {
      subproof(size - left, from + left, to, false, proof);
      proof.add(hash(from, from + left));
    }
  }

  /** Returns MTH(D[from:to]); the tree is cut so that whole subtrees are asked for once. */
  private byte[] hash(long from, long to) {
    long leaves = to - from;
    if (Long.bitCount(leaves) == 1 && from % leaves == 0) {
      return nodes.hash(Long.numberOfTrailingZeros(leaves), from / leaves);
    }
    long cut = from + split(leaves);
    return Merkle.nodeHash(hash(from, cut), hash(cut, to));
  }

  /** Returns the largest power of two smaller than {@code leaves}. */
  private static long split(long leaves) {
    return Long.highestOneBit(leaves - 1);
  }
}
