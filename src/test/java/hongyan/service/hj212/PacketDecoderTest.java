package hongyan.service.hj212;

import static org.assertj.core.api.Assertions.assertThat;

import hongyan.service.doors.rejects.Rule;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PacketDecoderTest {
  private final EmbeddedChannel channel =
      new EmbeddedChannel(new PacketDecoder(1024, Duration.ofSeconds(30)));

  @Test
  void takesTwoFramesInOnePacket() {
    feed(bytes(Frames.of(Frames.HOUR), Frames.of(Frames.HOUR)));
    assertThat(read()).hasSize(2).allMatch(Packet.class::isInstance);
  }

  @Test
  void takesOneFrameInPiecesOfEverySize() {
    byte[] frame = Frames.of(Frames.HOUR);
    for (int size = 1; size <= frame.length; size++) {
      for (int at = 0; at < frame.length; at += size) {
        feed(Arrays.copyOfRange(frame, at, Math.min(frame.length, at + size)));
      }
      assertThat(read()).as("pieces of %d", size).hasSize(1).allMatch(Packet.class::isInstance);
    }
  }

  @Test
  void goesByTheLengthWhereSignsOfAStartOrAnEndStandInside() {
    String data = "ST=22;CN=2011;MN=A;CP=&&Info-Info=##0010&&1C80\r\n##&&";
    feed(Frames.of(data));
    List<Object> read = read();
    assertThat(read).hasSize(1);
    assertThat(((Packet) read.get(0)).data()).isEqualTo(data.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void countsBytesNotCharacters() {
    String data = "ST=22;CN=2011;MN=A;CP=&&Info-Info=永州&&";
    feed(Frames.of(data));
    assertThat(((Packet) read().get(0)).text()).contains("永州");
    byte[] gbk = data.getBytes(Charset.forName("GBK"));
    feed(Answers.frame(gbk, Checksum.STANDARD));
    assertThat(((Packet) read().get(0)).text()).contains("永州");
  }

  @Test
  void takesHexDigitsOfEitherCase() {
    String frame = new String(Frames.of(Frames.HOUR), StandardCharsets.UTF_8);
    int end = frame.length() - 6;
    feed(
        (frame.substring(0, end) + frame.substring(end).toLowerCase(Locale.ROOT))
            .getBytes(StandardCharsets.UTF_8));
    assertThat(read()).singleElement().isInstanceOf(Packet.class);
  }

  @Test
  void namesWhatIsNoFrameAndGoesOnWithTheNext() {
    feed(bytes("GET / HTTP/1.1\r\n".getBytes(StandardCharsets.US_ASCII), Frames.of(Frames.HOUR)));
    List<Object> read = read();
    assertThat(((Broken) read.get(0)).fault().rule()).isEqualTo(Rule.FRAME_MALFORMED);
    assertThat(read.get(1)).isInstanceOf(Packet.class);
  }

  @Test
  void refusesALengthThatIsNoneOrTooLong() {
    feed(bytes("##00x1".getBytes(StandardCharsets.US_ASCII), Frames.of(Frames.HOUR)));
    assertThat(((Broken) read().get(0)).fault().rule()).isEqualTo(Rule.FRAME_MALFORMED);
    feed("##9999ST=22".getBytes(StandardCharsets.US_ASCII));
    assertThat(((Broken) read().get(0)).fault().rule()).isEqualTo(Rule.FRAME_TOO_LONG);
  }

  @Test
  void refusesAFrameWhoseLengthIsWrongAndFindsTheNext() {
    String frame = new String(Frames.of(Frames.HOUR), StandardCharsets.UTF_8);
    String shorter = "##%04d".formatted(Frames.HOUR.length() - 7) + frame.substring(6);
    feed(bytes(shorter.getBytes(StandardCharsets.UTF_8), Frames.of(Frames.HOUR)));
    List<Object> read = read();
    assertThat(read.get(0)).isInstanceOf(Broken.class);
    assertThat(read.get(read.size() - 1)).isInstanceOf(Packet.class);
  }

  @Test
  void keepsTheRestOfAFrameWhoseSenderHangsUp() {
    feed("##0400QN=2026".getBytes(StandardCharsets.US_ASCII));
    assertThat(read()).isEmpty();
    channel.finish();
    assertThat(((Broken) read().get(0)).fault().rule()).isEqualTo(Rule.FRAME_INCOMPLETE);
  }

  @Test
  void closesAConnectionWhoseFrameDoesNotComeToItsEnd() {
    feed("##1000".getBytes(StandardCharsets.US_ASCII));
    channel.advanceTimeBy(20, TimeUnit.SECONDS);
    feed("Q".getBytes(StandardCharsets.US_ASCII));
    channel.runScheduledPendingTasks();
    assertThat(channel.isOpen()).isTrue();
    channel.advanceTimeBy(11, TimeUnit.SECONDS);
    channel.runScheduledPendingTasks();
    assertThat(channel.isOpen()).isFalse();
  }

  /** Frames with noise of every kind between them and bytes changed in them: the rest comes out. */
  @Test
  void findsEveryWholeFrameBehindAnyNoiseWithoutAStart() {
    Random chance = new Random(7);
    for (int round = 0; round < 300; round++) {
      byte[] noise = new byte[chance.nextInt(200)];
      chance.nextBytes(noise);
      for (int i = 0; i < noise.length; i++) {
        noise[i] = noise[i] == '#' ? 0 : noise[i];
      }
      feed(bytes(noise, Frames.of(Frames.HOUR)));
      assertThat(read()).filteredOn(Packet.class::isInstance).hasSize(1);
    }
  }

  @Test
  void survivesRandomBytes() {
    Random chance = new Random(11);
    for (int round = 0; round < 2_000; round++) {
      byte[] bytes = Frames.of(Frames.HOUR);
      for (int flips = chance.nextInt(8); flips >= 0; flips--) {
        bytes[chance.nextInt(bytes.length)] = (byte) chance.nextInt(256);
      }
      feed(bytes);
      for (Object each : read()) {
        if (each instanceof Packet packet) {
          Frame.parse(packet.data());
          Measurements.parse(packet.text());
        }
      }
    }
    assertThat(channel.isOpen()).isTrue();
  }

  private void feed(byte[] bytes) {
    channel.writeInbound(Unpooled.wrappedBuffer(bytes));
  }

  private List<Object> read() {
    List<Object> read = new ArrayList<>();
    for (Object next = channel.readInbound(); next != null; next = channel.readInbound()) {
      read.add(next);
    }
    return read;
  }

  private static byte[] bytes(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
