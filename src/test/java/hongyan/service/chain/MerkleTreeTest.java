package hongyan.service.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hongyan.service.evidence.verify.Merkle;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** With the vectors that the implementations of Certificate Transparency are tested with. */
class MerkleTreeTest {
  private static final List<String> ENTRIES =
      List.of(
          "",
          "00",
          "10",
          "2021",
          "3031",
          "40414243",
          "5051525354555657",
          "606162636465666768696a6b6c6d6e6f");
  private static final List<String> ROOTS =
      List.of(
          "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
          "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
          "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
          "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
          "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
          "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
          "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
          "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
          "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

  private final MerkleTree published = tree(ENTRIES.stream().map(MerkleTreeTest::leaf).toList());

  @Test
  void hasThePublishedRoots() {
    for (int size = 0; size < ROOTS.size(); size++) {
      assertThat(hex(published.root(size))).isEqualTo(ROOTS.get(size));
    }
  }

  @Test
  void givesThePublishedProofs() {
    assertThat(hex(published.inclusion(0, 1))).isEmpty();
    assertThat(hex(published.inclusion(0, 8)))
        .containsExactly(
            "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
            "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
            "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4");
    assertThat(hex(published.consistency(1, 1))).isEmpty();
    assertThat(hex(published.consistency(6, 8)))
        .containsExactly(
            "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
            "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
    assertThat(hex(published.consistency(2, 5)))
        .containsExactly(
            "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
            "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b");
  }

  @Test
  void provesEveryLeafOfEverySizeAndNothingElse() {
    MerkleTree tree = tree(leaves(70));
    for (int size = 1; size <= 70; size++) {
      for (int index = 0; index < size; index++) {
        List<byte[]> path = tree.inclusion(index, size);
        assertThat(Merkle.root(index, size, leafNumber(index), path).orElseThrow())
            .isEqualTo(tree.root(size));
        assertThat(Merkle.root(index, size, leafNumber(index + 1), path).orElseThrow())
            .isNotEqualTo(tree.root(size));
        List<byte[]> longer = new ArrayList<>(path);
        longer.add(leafNumber(1));
        assertThat(Merkle.root(index, size, leafNumber(index), longer)).isEmpty();
      }
    }
    assertThatThrownBy(() -> tree.inclusion(70, 70)).hasMessageContaining("not in a tree of 70");
  }

  @Test
  void provesThatEverySizeGrewOutOfEverySmallerOne() {
    MerkleTree tree = tree(leaves(70));
    byte[] other = tree(leaves(71)).root(71);
    for (int from = 0; from <= 70; from++) {
      for (int to = from; to <= 70; to++) {
        List<byte[]> proof = tree.consistency(from, to);
        byte[] before = tree.root(from);
        byte[] after = tree.root(to);
        assertThat(Merkle.isConsistent(from, to, before, after, proof)).isTrue();
        assertThat(from > 0 && Merkle.isConsistent(from, to, before, other, proof)).isFalse();
        assertThat(Merkle.isConsistent(from, to, other, after, proof)).isFalse();
      }
    }
  }

  private static byte[] leaf(String hex) {
    return Merkle.leafHash(HexFormat.of().parseHex(hex));
  }

  private static byte[] leafNumber(int number) {
    return leaf("%04x".formatted(number));
  }

  private static List<byte[]> leaves(int size) {
    List<byte[]> leaves = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      leaves.add(leafNumber(i));
    }
    return leaves;
  }

  private static MerkleTree tree(List<byte[]> leaves) {
    return new MerkleTree((level, index) -> node(leaves, level, (int) index));
  }

  private static byte[] node(List<byte[]> leaves, int level, int index) {
    return level == 0
        ? leaves.get(index)
        : Merkle.nodeHash(
            node(leaves, level - 1, 2 * index), node(leaves, level - 1, 2 * index + 1));
  }

  private static List<String> hex(List<byte[]> hashes) {
    return hashes.stream().map(MerkleTreeTest::hex).toList();
  }

  private static String hex(byte[] hash) {
    return HexFormat.of().formatHex(hash);
  }
}
