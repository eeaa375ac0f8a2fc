package hongyan.service.hj212;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.net.SocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

/** Many simulated devices on one thread, until every frame was answered or the time is over. */
final class Simulation {
  private static final Duration REST = Duration.ofSeconds(90);

  /**
   * What each device does.
   *
   * @param from start of the first minute; each further frame is a minute later
   * @param frames how many frames each sends
   * @param every between two frames
   * @param disconnects chance, at each beat, that it hangs up
   */
  record Plan(
      SocketAddress to,
      String password,
      Instant from,
      int frames,
      Duration every,
      double disconnects) {}

  /** What happened. */
  static final class Counts {
    final LongAdder frames = new LongAdder();
    final LongAdder sent = new LongAdder();
    final LongAdder answered = new LongAdder();
    final LongAdder disconnects = new LongAdder();
    final LongAdder failedConnections = new LongAdder();
    volatile boolean over;

    @Override
    public String toString() {
      return "frames %,d, sent %,d, answered %,d, disconnects %,d"
          .formatted(frames.sum(), sent.sum(), answered.sum(), disconnects.sum());
    }
  }

  private Simulation() {}

  /** Runs to its end and returns what happened; {@code progress} hears of it each second. */
  static Counts run(List<String> devices, Plan plan, Consumer<Counts> progress)
      throws InterruptedException {
    Counts counts = new Counts();
    EventLoopGroup thread = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    try {
      Bootstrap bootstrap =
          new Bootstrap()
              .group(thread)
              .channel(NioSocketChannel.class)
              .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, 10_000);
      devices.forEach(mn -> new SimulatedDevice(mn, bootstrap, counts, plan).connect());
      long all = (long) devices.size() * plan.frames();
      Instant end = Instant.now().plus(plan.every().multipliedBy(plan.frames() + 1L)).plus(REST);
      while (counts.answered.sum() < all && Instant.now().isBefore(end)) {
        TimeUnit.SECONDS.sleep(1);
        progress.accept(counts);
      }
      return counts;
    } finally {
      counts.over = true;
      thread.shutdownGracefully(0, 5, TimeUnit.SECONDS).sync();
    }
  }
}
