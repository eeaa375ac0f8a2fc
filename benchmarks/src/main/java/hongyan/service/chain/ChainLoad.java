package hongyan.service.chain;

import hongyan.pipelines.records.Topics;
import hongyan.service.evidence.verify.Merkle;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** A chain that is fed as its follower feeds it, without a log. */
public final class ChainLoad implements AutoCloseable {
  private final ChainFile file;
  private final Chain chain;

  private ChainLoad(ChainFile file, Chain chain) {
    this.file = file;
    this.chain = chain;
  }

  public static ChainLoad open(Path folder) {
    ChainFile file = ChainFile.open(folder.resolve("chain.db"));
    ChainKey key = ChainKey.open(folder.resolve("chain-key.pem"), "hongyan/benchmark");
    return new ChainLoad(file, new Chain(file, key, Clock.systemUTC()));
  }

  public Chain chain() {
    return chain;
  }

  public static String identity(byte[] value) {
    return Subjects.identity(Topics.READINGS, "", value);
  }

  /** Adds readings; each batch is durable before the next. */
  public void addAll(List<byte[]> values, int batch) {
    for (int from = 0; from < values.size(); from += batch) {
      List<NewLeaf> leaves = new ArrayList<>(batch);
      for (int i = from; i < Math.min(values.size(), from + batch); i++) {
        byte[] value = values.get(i);
        long subject = Subjects.number(Topics.READINGS, identity(value));
        leaves.add(new NewLeaf(Merkle.leafHash(value), subject, Topics.READINGS, 0, i));
      }
      file.append(
          leaves, List.of(new ChainFile.Position(Topics.READINGS, 0, from + leaves.size())));
    }
  }

  @Override
  public void close() {
    file.close();
  }
}
