package hongyan.service.chain;

import hongyan.service.evidence.verify.Merkle;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** A chain without a log: what is added is in it at once. */
public final class ChainFixture {
  private final ChainFile file;
  private final Chain chain;
  private int days;

  public ChainFixture(Path folder) {
    file = ChainFile.open(folder.resolve("chain.db"));
    chain =
        new Chain(
            file,
            ChainKey.open(folder.resolve("chain-key.pem"), "hongyan/test"),
            Clock.fixed(Instant.parse("2026-11-23T01:00:00Z"), ZoneOffset.UTC));
  }

  public Chain chain() {
    return chain;
  }

  public Leaf add(String text) {
    return add(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Adds one value. */
  public Leaf add(byte[] value) {
    long index = file.size();
    byte[] hash = Merkle.leafHash(value);
    file.append(List.of(new NewLeaf(hash, index, "findings", 0, index)), List.of());
    return new Leaf(index, hash, "findings", 0, index);
  }

  /** Signs a head of a day of its own, stamped by an authority of its own. */
  public Head closeDay() {
    chain.signDay(chain.lastDay().minusDays(days++));
    Head head = file.listHeads(Long.MAX_VALUE, 1).get(0);
    byte[] answer = new SmallAuthority().answer(SmallAuthority.request(head.note()));
    try {
      file.stamp(
          head.id(),
          new org.bouncycastle.tsp.TimeStampResponse(answer).getTimeStampToken().getEncoded());
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    return file.listHeads(Long.MAX_VALUE, 1).get(0);
  }
}
