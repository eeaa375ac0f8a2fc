package hongyan.service.chain;

import hongyan.geo.place.CivilTime;
import hongyan.service.evidence.verify.SignedNote;
import hongyan.service.evidence.verify.TreeHead;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The chain for those who ask it. Thread-safe. */
public final class Chain {
  private final ChainFile file;
  private final ChainKey key;
  private final Clock clock;

  public Chain(ChainFile file, ChainKey key, Clock clock) {
    this.file = file;
    this.key = key;
    this.clock = clock;
    file.addSigner(key.verifier().line(), clock.instant().truncatedTo(ChronoUnit.SECONDS) + "");
  }

  public ChainFile file() {
    return file;
  }

  public ChainKey key() {
    return key;
  }

  /** Lists the leaves of every version of one record that there ever was, oldest first. */
  public List<Leaf> listLeaves(String topic, String identity) {
    return file.listBySubject(Subjects.number(topic, identity)).stream()
        .filter(leaf -> leaf.topic().equals(topic))
        .toList();
  }

  /** Signs the tree as it is now; where nothing came since the last head, returns that one. */
  public Head sign() {
    List<Head> newest = file.listHeads(Long.MAX_VALUE, 1);
    boolean current =
        !newest.isEmpty()
            && newest.get(0).tree().size() == file.size()
            && SignedNote.parse(newest.get(0).note()).isBy(key.verifier());
    return current ? newest.get(0) : sign(null);
  }

  /** Signs the head that closes a day, unless there is one. Returns whether it did. */
  boolean signDay(LocalDate day) {
    if (file.hasHead(day)) {
      return false;
    }
    sign(day);
    return true;
  }

  private Head sign(@Nullable LocalDate day) {
    long size = file.size();
    TreeHead tree =
        new TreeHead(
            key.verifier().name(),
            size,
            file.root(size),
            clock.instant().truncatedTo(ChronoUnit.SECONDS));
    file.add(tree, day, key.sign(tree.text()).print());
    return file.listHeads(Long.MAX_VALUE, 1).get(0);
  }

  /** Returns the civil day that is over: the one that a head can close. */
  LocalDate lastDay() {
    return LocalDate.ofInstant(clock.instant(), CivilTime.ZONE).minusDays(1);
  }
}
