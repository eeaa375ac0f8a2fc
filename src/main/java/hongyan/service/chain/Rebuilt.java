package hongyan.service.chain;

import hongyan.service.evidence.verify.Merkle;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;

/** The tree built anew from the leaf hashes alone, none of the stored subtrees believed. */
final class Rebuilt {

  private Rebuilt() {}

  /** Returns the root at the size of every signed head. */
  static Map<Long, byte[]> roots(ChainFile file, int batch) {
    Set<Long> sizes = new HashSet<>();
    file.listHeads(Long.MAX_VALUE, Integer.MAX_VALUE).forEach(h -> sizes.add(h.tree().size()));
    Map<Long, byte[]> roots = new HashMap<>();
    Deque<byte[]> edge = new ArrayDeque<>();
    long size = 0;
    long end = file.size();
    while (size < end) {
      for (Leaf leaf : file.list(size, batch)) {
        byte[] hash = leaf.hash();
        for (long index = size; (index & 1) == 1; index >>= 1) {
          hash = Merkle.nodeHash(edge.pop(), hash);
        }
        edge.push(hash);
        size++;
        if (sizes.contains(size)) {
          roots.put(size, fold(edge));
        }
      }
    }
    return roots;
  }

  private static byte[] fold(Deque<byte[]> edge) {
    Iterator<byte[]> smallestFirst = edge.iterator();
    byte[] root = smallestFirst.next();
    while (smallestFirst.hasNext()) {
      root = Merkle.nodeHash(smallestFirst.next(), root);
    }
    return root;
  }
}
