package hongyan.service.doors;

import hongyan.service.doors.forms.BodyFault;
import hongyan.service.doors.rejects.Rule;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Reads bodies whole before anything is taken from them, and bounds the memory that large ones
 * need: together they are never more than one of the largest size. Small ones never wait.
 * Thread-safe.
 */
public final class Bodies {
  private static final int SMALL = 64 * 1024;
  private static final int CHUNK = 64 * 1024;

  private final DoorSettings settings;
  private final int maxBytes;

  /** Kibibytes of large bodies that may still come in; fair, so that the largest is not starved. */
  private final Semaphore room;

  public Bodies(DoorSettings settings) {
    this.settings = settings;
    this.maxBytes = Math.toIntExact(settings.maxBody().toBytes());
    this.room = new Semaphore(kibibytes(maxBytes), true);
  }

  /**
   * Reads the body and gives it to {@code work}.
   *
   * @throws BodyFault when it is too large (without reading it), incomplete, too slow, compressed,
   *     or when others take all the room for too long
   */
  public <T> T read(HttpServletRequest request, Function<byte[], T> work) {
    String encoding = request.getHeader("Content-Encoding");
    if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
      throw new BodyFault(Rule.UNKNOWN_CONTENT_ENCODING, encoding, null);
    }
    long announced = request.getContentLengthLong();
    if (announced > maxBytes) {
      throw tooLarge();
    }
    int needed = announced < 0 ? maxBytes : (int) announced;
    int permits = needed <= SMALL ? 0 : kibibytes(needed);
    acquire(permits);
    try {
      return work.apply(bytes(request, announced));
    } finally {
      room.release(permits);
    }
  }

  private void acquire(int permits) {
    try {
      if (!room.tryAcquire(permits, settings.patience().toMillis(), TimeUnit.MILLISECONDS)) {
        throw new BodyFault(Rule.TOO_BUSY, null, null);
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new BodyFault(Rule.TOO_BUSY, null, null);
    }
  }

  private byte[] bytes(HttpServletRequest request, long announced) {
    long deadline = System.nanoTime() + settings.maxSending().toNanos();
    ByteArrayOutputStream body = new ByteArrayOutputStream(announced < 0 ? CHUNK : (int) announced);
    byte[] chunk = new byte[CHUNK];
    try (InputStream in = request.getInputStream()) {
      for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
        body.write(chunk, 0, read);
        if (body.size() > maxBytes) {
          throw tooLarge();
        }
        if (System.nanoTime() > deadline) {
          throw new BodyFault(Rule.BODY_TOO_SLOW, null, settings.maxSending().toString());
        }
      }
    } catch (IOException senderIsGone) {
      throw incomplete(body.size(), announced);
    }
    if (announced >= 0 && body.size() != announced) {
      throw incomplete(body.size(), announced);
    }
    return body.toByteArray();
  }

  private BodyFault tooLarge() {
    return new BodyFault(Rule.BODY_TOO_LARGE, null, settings.maxBody().toString());
  }

  private static BodyFault incomplete(int received, long announced) {
    String expected = announced < 0 ? "?" : String.valueOf(announced);
    return new BodyFault(Rule.BODY_INCOMPLETE, String.valueOf(received), expected);
  }

  private static int kibibytes(int bytes) {
    return (bytes + 1023) / 1024;
  }
}
