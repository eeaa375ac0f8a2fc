package hongyan.service.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hongyan.service.evidence.verify.Merkle;
import hongyan.service.evidence.verify.SignedNote;
import hongyan.service.evidence.verify.TreeHead;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChainFileTest {
  @TempDir private Path folder;

  @Test
  void growsTheSameTreeWhateverTheBatchesAndRestarts() {
    ChainFile whole = ChainFile.open(folder.resolve("whole.db"));
    whole.append(leaves(0, 100), List.of());
    for (int size = 0, batch = 1; size < 100; batch += 3) {
      int next = Math.min(100, size + batch);
      try (ChainFile part = ChainFile.open(folder.resolve("parts.db"))) {
        part.append(leaves(size, next), List.of(position(next)));
        assertThat(part.root(next)).isEqualTo(whole.root(next));
        assertThat(part.next("findings", 0)).isEqualTo(next);
      }
      size = next;
    }
  }

  @Test
  void keepsNothingOfABatchThatFails() {
    ChainFile file = ChainFile.open(folder.resolve("chain.db"));
    file.append(leaves(0, 5), List.of(position(5)));
    byte[] root = file.root(5);
    List<NewLeaf> broken = new ArrayList<>(leaves(5, 10));
    broken.add(new NewLeaf(null, 0, "findings", 0, 10));
    assertThatThrownBy(() -> file.append(broken, List.of(position(10))))
        .isInstanceOf(IllegalStateException.class);
    assertThat(file.size()).isEqualTo(5);
    assertThat(file.next("findings", 0)).isEqualTo(5);
    file.append(leaves(5, 10), List.of(position(10)));
    assertThat(file.root(5)).isEqualTo(root);
    assertThat(Merkle.isConsistent(5, 10, root, file.root(10), file.consistency(5, 10))).isTrue();
  }

  @Test
  void holdsWhatWasCommittedWhenItWasNeverClosed() throws Exception {
    ChainFile killed = ChainFile.open(folder.resolve("chain.db"));
    killed.append(leaves(0, 33), List.of(position(33)));
    for (String name : List.of("chain.db", "chain.db-wal")) {
      Files.copy(
          folder.resolve(name),
          folder.resolve("after-" + name),
          StandardCopyOption.REPLACE_EXISTING);
    }
    ChainFile after = ChainFile.open(folder.resolve("after-chain.db"));
    assertThat(after.size()).isEqualTo(33);
    assertThat(after.root(33)).isEqualTo(killed.root(33));
    assertThat(after.next("findings", 0)).isEqualTo(33);
  }

  @Test
  void signsOneHeadADayAndNoneTwice() {
    Chain chain = chain("2026-11-22T16:05:00Z");
    chain.file().append(leaves(0, 3), List.of());
    assertThat(chain.lastDay()).isEqualTo(LocalDate.parse("2026-11-22"));
    assertThat(chain.signDay(chain.lastDay())).isTrue();
    assertThat(chain.signDay(chain.lastDay())).isFalse();
    Head head = chain.sign();
    assertThat(head.day()).isEqualTo("2026-11-22");
    assertThat(SignedNote.parse(head.note()).isBy(chain.key().verifier())).isTrue();
    assertThat(TreeHead.parse(SignedNote.parse(head.note()).text()).root())
        .isEqualTo(chain.file().root(3));
    chain.file().append(leaves(3, 4), List.of());
    assertThat(chain.sign().tree().size()).isEqualTo(4);
    assertThat(chain.file().listHeads(Long.MAX_VALUE, 9)).hasSize(2);
  }

  @Test
  void keepsItsKeyToItself() throws Exception {
    Chain chain = chain("2026-11-22T16:05:00Z");
    Path key = folder.resolve("chain-key.pem");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
        .isEqualTo("rw-------");
    assertThat(ChainKey.open(key, "hongyan/test").verifier().line())
        .isEqualTo(chain.key().verifier().line());
    Files.writeString(key, "no key");
    assertThatThrownBy(() -> ChainKey.open(key, "hongyan/test"))
        .hasMessageContaining("chain-key.pem");
  }

  @Test
  void listsEveryKeyThatEverSigned() throws Exception {
    Chain first = chain("2026-11-22T16:05:00Z");
    Files.move(folder.resolve("chain-key.pem"), folder.resolve("former.pem"));
    Chain second = chain("2027-11-22T16:05:00Z");
    assertThat(second.file().listSigners())
        .extracting(java.util.Map.Entry::getKey)
        .containsExactly(first.key().verifier().line(), second.key().verifier().line());
  }

  private Chain chain(String now) {
    return new Chain(
        ChainFile.open(folder.resolve("chain.db")),
        ChainKey.open(folder.resolve("chain-key.pem"), "hongyan/test"),
        Clock.fixed(Instant.parse(now), ZoneOffset.UTC));
  }

  private static ChainFile.Position position(long next) {
    return new ChainFile.Position("findings", 0, next);
  }

  static List<NewLeaf> leaves(int from, int to) {
    List<NewLeaf> leaves = new ArrayList<>();
    for (int i = from; i < to; i++) {
      leaves.add(new NewLeaf(Merkle.leafHash(new byte[] {(byte) i}), i, "findings", 0, i));
    }
    return leaves;
  }
}
