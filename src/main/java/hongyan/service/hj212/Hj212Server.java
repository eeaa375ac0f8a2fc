package hongyan.service.hj212;

import hongyan.service.settings.StartStep;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.timeout.IdleStateHandler;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Listens for devices. A slow or half-open connection costs a buffer and no thread: two threads
 * read, one takes what came to the log.
 */
@Component
@ConditionalOnBooleanProperty(name = "hongyan.hj212.enabled", matchIfMissing = true)
class Hj212Server implements SmartLifecycle {
  private static final int READERS = 2;

  private final Hj212Settings settings;
  private final Intake intake;
  private final ApplicationEventPublisher events;
  private final ChannelGroup open = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
  private Thread taking = new Thread();
  private @Nullable EventLoopGroup threads;
  private @Nullable Channel listening;

  Hj212Server(Hj212Settings settings, FrameDoor door, ApplicationEventPublisher events) {
    this.settings = settings;
    this.events = events;
    this.intake = new Intake(door);
  }

  @Override
  public void start() {
    EventLoopGroup group = new MultiThreadIoEventLoopGroup(READERS, NioIoHandler.newFactory());
    threads = group;
    taking = new Thread(intake, "hj212-intake");
    taking.start();
    try {
      listening =
          new ServerBootstrap()
              .group(group)
              .channel(NioServerSocketChannel.class)
              .option(ChannelOption.SO_BACKLOG, 1024)
              .childOption(ChannelOption.SO_KEEPALIVE, true)
              .childHandler(new Opening())
              .bind(settings.host(), settings.port())
              .syncUninterruptibly()
              .channel();
    } catch (RuntimeException taken) {
      stop();
      throw taken;
    } catch (Exception taken) {
      // Netty throws what it met without declaring it.
      stop();
      throw new IllegalStateException(
          "hongyan.hj212.port=%d: cannot listen on %s (%s); choose another, or hongyan.hj212.enabled=false"
              .formatted(settings.port(), settings.host(), taken.getMessage()),
          taken);
    }
    events.publishEvent(new StartStep(this, "HJ 212 on port " + port()));
  }

  /** Returns the port that it listens on. */
  int port() {
    return listening != null && listening.localAddress() instanceof InetSocketAddress address
        ? address.getPort()
        : -1;
  }

  @Override
  public void stop() {
    if (listening != null) {
      listening.close().syncUninterruptibly();
      listening = null;
    }
    open.close().awaitUninterruptibly(5, TimeUnit.SECONDS);
    intake.stop();
    try {
      taking.join(Duration.ofSeconds(10).toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (threads != null) {
      threads.shutdownGracefully(0, 5, TimeUnit.SECONDS).syncUninterruptibly();
      threads = null;
    }
  }

  @Override
  public boolean isRunning() {
    return listening != null;
  }

  private final class Opening extends ChannelInitializer<SocketChannel> {
    @Override
    protected void initChannel(SocketChannel channel) {
      if (open.size() >= settings.connections()) {
        channel.close();
        return;
      }
      open.add(channel);
      channel
          .pipeline()
          .addLast(new IdleStateHandler(settings.idle().toSeconds(), 0, 0, TimeUnit.SECONDS))
          .addLast(new PacketDecoder(settings.longest(), settings.patience()))
          .addLast(new Connection(intake));
    }
  }
}
