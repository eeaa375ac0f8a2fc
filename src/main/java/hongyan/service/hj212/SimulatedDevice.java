package hongyan.service.hj212;

import hongyan.geo.place.CivilTime;
import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.SimpleChannelInboundHandler;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A device that sends minute data and wants each frame answered, loses its connection now and then,
 * and sends what was not answered again, as HJ 212-2017 has it (6.4: ten seconds). All of it runs
 * on the connection's own thread.
 */
final class SimulatedDevice {
  private static final DateTimeFormatter DIGITS =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(CivilTime.ZONE);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration RECONNECT = Duration.ofMillis(500);

  private static final class Unanswered {
    private final byte[] frame;
    private Instant sentAt;

    Unanswered(byte[] frame, Instant sentAt) {
      this.frame = frame;
      this.sentAt = sentAt;
    }
  }

  private final String mn;
  private final Bootstrap bootstrap;
  private final Simulation.Counts counts;
  private final Simulation.Plan plan;
  private final Random chance;
  private final Map<String, Unanswered> unanswered = new LinkedHashMap<>();
  private @Nullable Channel channel;
  private int sent;

  SimulatedDevice(String mn, Bootstrap bootstrap, Simulation.Counts counts, Simulation.Plan plan) {
    this.mn = mn;
    this.counts = counts;
    this.plan = plan;
    this.chance = new Random(mn.hashCode());
    this.bootstrap = bootstrap.clone().handler(new Handlers());
  }

  void connect() {
    bootstrap
        .connect(plan.to())
        .addListener(
            connected -> {
              if (!connected.isSuccess()) {
                counts.failedConnections.increment();
                later(this::connect, RECONNECT);
              }
            });
  }

  private void later(Runnable work, Duration delay) {
    bootstrap.config().group().next().schedule(work, delay.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void connected(Channel active) {
    channel = active;
    unanswered.values().forEach(each -> send(active, each));
    long first = chance.nextLong(plan.every().toMillis());
    active
        .eventLoop()
        .scheduleAtFixedRate(
            () -> beat(active), first, plan.every().toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Sends the next frame while there is one, sends again what waits too long, or hangs up. */
  private void beat(Channel on) {
    if (on != channel) {
      return;
    }
    Instant now = Instant.now();
    if (sent < plan.frames()) {
      next(on, now);
    }
    unanswered.values().stream()
        .filter(each -> each.sentAt.plus(PATIENCE).isBefore(now))
        .forEach(each -> send(on, each));
    if (chance.nextDouble() < plan.disconnects()) {
      counts.disconnects.increment();
      on.close();
    }
  }

  private void next(Channel on, Instant now) {
    String start = DIGITS.format(plan.from().plusSeconds(60L * sent));
    String qn = start + "%03d".formatted(chance.nextInt(1000));
    byte[] frame = frame(qn, start, sent);
    sent++;
    counts.frames.increment();
    Unanswered each = new Unanswered(frame, now);
    unanswered.put(qn, each);
    send(on, each);
  }

  private void send(Channel on, Unanswered each) {
    each.sentAt = Instant.now();
    counts.sent.increment();
    on.writeAndFlush(Unpooled.wrappedBuffer(each.frame));
  }

  private byte[] frame(String qn, String dataTime, int minute) {
    String text =
        """
        QN=%s;ST=22;CN=2051;PW=%s;MN=%s;Flag=5;CP=&&DataTime=%s;\
        a34004-Avg=%d.%d,a34004-Flag=N;a34002-Avg=%d,a34002-Flag=N;a21026-Avg=%d,a21026-Flag=N;\
        a21004-Avg=%d,a21004-Flag=N;a05024-Avg=%d,a05024-Flag=N;a21005-Avg=0.%d,a21005-Flag=N&&\
        """
            .formatted(
                qn,
                plan.password(),
                mn,
                dataTime,
                20 + minute % 30,
                chance.nextInt(10),
                60 + minute % 30,
                5 + chance.nextInt(5),
                15 + chance.nextInt(10),
                70 + chance.nextInt(20),
                4 + chance.nextInt(5));
    return Answers.frame(text.getBytes(StandardCharsets.UTF_8), Checksum.STANDARD);
  }

  private void answered(Packet packet) {
    Frame frame = Frame.parse(packet.data()).frame();
    if (frame != null && frame.cn().equals("9014") && unanswered.remove(frame.qn()) != null) {
      counts.answered.increment();
    }
  }

  private final class Handlers extends ChannelInitializer<Channel> {
    @Override
    protected void initChannel(Channel opened) {
      opened.pipeline().addLast(new PacketDecoder(1024, Duration.ofMinutes(1)), new Answered());
    }
  }

  private final class Answered extends SimpleChannelInboundHandler<Packet> {
    @Override
    public void channelActive(ChannelHandlerContext context) {
      connected(context.channel());
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, Packet packet) {
      answered(packet);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
      channel = null;
      if (!counts.over) {
        later(SimulatedDevice.this::connect, RECONNECT);
      }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
      context.close();
    }
  }
}
