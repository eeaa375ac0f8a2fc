package hongyan.service.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import hongyan.service.evidence.verify.Timestamp;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TimestampAuthorityTest {
  private final SmallAuthority small = new SmallAuthority();
  private final AtomicReference<UnaryOperator<byte[]>> answer =
      new AtomicReference<>(small::answer);
  private HttpServer server;

  @BeforeEach
  void start() throws Exception {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] token = answer.get().apply(exchange.getRequestBody().readAllBytes());
          exchange.sendResponseHeaders(200, token.length);
          exchange.getResponseBody().write(token);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void hasATextStamped() throws Exception {
    Timestamp stamp = Timestamp.parse(authority().stamp("a tree head\n"));
    assertThat(stamp.covers("a tree head\n".getBytes(StandardCharsets.UTF_8))).isTrue();
    assertThat(stamp.covers("another\n".getBytes(StandardCharsets.UTF_8))).isFalse();
    assertThat(stamp.isSignedByItsCertificate()).isTrue();
    assertThat(stamp.authority()).contains("Small authority");
  }

  @Test
  void takesNoStampOfSomethingElse() throws Exception {
    byte[] stolen = small.answer(SmallAuthority.request("another"));
    answer.set(request -> stolen);
    assertThatThrownBy(() -> authority().stamp("a tree head"))
        .isInstanceOf(TimestampAuthority.NotStamped.class);
    answer.set(request -> "no token".getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> authority().stamp("a tree head"))
        .isInstanceOf(TimestampAuthority.NotStamped.class);
  }

  private TimestampAuthority authority() {
    return new TimestampAuthority(
        URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/"),
        Duration.ofSeconds(5));
  }
}
