package hongyan.service.replay;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** A service that keeps what it is sent and accepts everything, unless told what to answer. */
public final class FakeService implements AutoCloseable {
  /** Path, content type and text of each body, in the order of arrival. */
  public final List<String> bodies = new CopyOnWriteArrayList<>();

  private final HttpServer server;
  private final Deque<Answered> answers = new ArrayDeque<>();
  private final Set<String> known = new HashSet<>();

  private record Answered(int status, String text, String retryAfter) {}

  private FakeService(HttpServer server) {
    this.server = server;
  }

  public static FakeService start() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    FakeService service = new FakeService(server);
    server.createContext("/", service::handle);
    server.start();
    return service;
  }

  public URI base() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  void answer(int status, String text) {
    answers.add(new Answered(status, text, ""));
  }

  void busyOnce(String retryAfter) {
    answers.add(new Answered(503, "{\"title\":\"busy\"}", retryAfter));
  }

  void know(String station) {
    known.add(station);
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    if (exchange.getRequestMethod().equals("GET")) {
      boolean there = known.contains(path.substring(path.lastIndexOf('/') + 1));
      reply(exchange, new Answered(there ? 200 : 404, "{}", ""));
      return;
    }
    bodies.add(path + " " + exchange.getRequestHeaders().getFirst("Content-Type") + " " + text);
    Answered planned = answers.poll();
    reply(exchange, planned == null ? new Answered(202, accepted(text), "") : planned);
  }

  /** Counts lines below the header of a table, lines of NDJSON, objects of an array roughly. */
  private static String accepted(String text) {
    long lines = text.lines().count();
    long records = text.startsWith("{") || text.startsWith("[") ? lines : lines - 1;
    return "{\"accepted\":%d,\"duplicates\":0,\"rejected\":0,\"errors\":[]}".formatted(records);
  }

  private static void reply(HttpExchange exchange, Answered answer) throws IOException {
    if (!answer.retryAfter().isEmpty()) {
      exchange.getResponseHeaders().add("Retry-After", answer.retryAfter());
    }
    byte[] bytes = answer.text().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(answer.status(), bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
