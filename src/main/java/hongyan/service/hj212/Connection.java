package hongyan.service.hj212;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.timeout.IdleStateEvent;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One device's connection: what comes goes to the intake, and reading waits when it lags. */
final class Connection extends SimpleChannelInboundHandler<Object> implements FrameDoor.Line {
  private static final Logger LOGGER = LoggerFactory.getLogger(Connection.class);

  private final Intake intake;
  private final AtomicInteger underway = new AtomicInteger();
  private @Nullable ChannelHandlerContext context;

  Connection(Intake intake) {
    this.intake = intake;
  }

  @Override
  public void channelActive(ChannelHandlerContext active) {
    context = active;
    active.fireChannelActive();
  }

  @Override
  protected void channelRead0(ChannelHandlerContext sender, Object message) {
    FrameDoor.Arrival arrival =
        message instanceof Packet packet
            ? new FrameDoor.Arrival(packet, null, this)
            : new FrameDoor.Arrival(null, (Broken) message, this);
    if (underway.incrementAndGet() >= Intake.MOST_OF_ONE) {
      sender.channel().config().setAutoRead(false);
    }
    intake.add(new Intake.Entry(arrival, () -> done(sender)));
  }

  private void done(ChannelHandlerContext sender) {
    if (underway.decrementAndGet() < Intake.MOST_OF_ONE) {
      sender.channel().config().setAutoRead(true);
    }
  }

  @Override
  public void answer(byte[] frame) {
    if (context != null) {
      context.writeAndFlush(Unpooled.wrappedBuffer(frame));
    }
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext sender, Object event) {
    if (event instanceof IdleStateEvent) {
      sender.close();
    }
  }

  /** Whoever hangs up is gone; there is nobody to tell. */
  @Override
  public void exceptionCaught(ChannelHandlerContext sender, Throwable cause) {
    LOGGER.debug("a connection of HJ 212 broke", cause);
    sender.close();
  }
}
