package hongyan.service.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hongyan.service.log.LogAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** A chain that has followed a log. */
public final class ChainOnLog {

  private ChainOnLog() {}

  /** Returns the chain of the findings and readings once it has so many. */
  public static Chain follow(LogAddress address, Path folder, long until) {
    ChainFile file = ChainFile.open(folder.resolve("chain.db"));
    ChainFollower follower = new ChainFollower(address, List.of("findings", "readings"), file);
    follower.start();
    await().untilAsserted(() -> assertThat(file.size()).isEqualTo(until));
    follower.stop();
    ChainKey key = ChainKey.open(folder.resolve("chain-key.pem"), "hongyan/test");
    return new Chain(file, key, Clock.systemUTC());
  }
}
