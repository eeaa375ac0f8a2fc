package hongyan.service.api;

import hongyan.service.errors.Refused;
import hongyan.service.errors.Refused.Fault;
import hongyan.service.errors.TooLarge;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Reads the whole body of a request that brings a file, up to a bound. */
public final class BoundedBody {

  private BoundedBody() {}

  /**
   * Returns the bytes of the body.
   *
   * @throws TooLarge for more than {@code most} bytes, by its announced length where there is one
   * @throws Refused for an empty one, and for one that ends before its announced length
   */
  public static byte[] read(HttpServletRequest request, int most) {
    String type = request.getContentType();
    if (type != null && type.startsWith("application/x-www-form-urlencoded")) {
      // The container has taken it apart as a form already; this is what curl says unasked.
      throw refused(
          "unknown-content-type",
          "a file is no form: say what it is, or Content-Type: application/octet-stream");
    }
    long announced = request.getContentLengthLong();
    byte[] body = announced > most ? new byte[0] : bytes(request, most);
    if (announced > most || body.length > most) {
      throw new TooLarge("the body has more than %,d bytes".formatted(most));
    }
    if (body.length == 0) {
      throw refused("empty", "the body is empty; the file itself is wanted there");
    }
    return body;
  }

  private static byte[] bytes(HttpServletRequest request, int most) {
    try (InputStream in = request.getInputStream()) {
      return in.readNBytes(most + 1);
    } catch (IOException senderIsGone) {
      throw refused("body-incomplete", "the body ended before its announced length");
    }
  }

  private static Refused refused(String rule, String message) {
    return new Refused(List.of(Fault.of("body", null, rule, message)));
  }
}
