package hongyan.pipelines.series;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * Says of itself that it is PostgreSQL 13.4, lets everybody in and does nothing: as much of the
 * protocol as a driver speaks before it gives out its connection.
 */
final class OldPostgres implements AutoCloseable {
  private static final int SSL_REQUEST = 80877103;
  private final ServerSocket server;

  OldPostgres() throws IOException {
    server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    Thread thread = new Thread(this::serve);
    thread.setDaemon(true);
    thread.start();
  }

  String address() {
    return "jdbc:postgresql://127.0.0.1:%d/old".formatted(server.getLocalPort());
  }

  private void serve() {
    while (!server.isClosed()) {
      try (Socket socket = server.accept()) {
        converse(
            new DataInputStream(socket.getInputStream()),
            new DataOutputStream(socket.getOutputStream()));
      } catch (IOException e) {
        // The other side has gone, or the test is over.
      }
    }
  }

  private static void converse(DataInputStream in, DataOutputStream out) throws IOException {
    while (startup(in) == SSL_REQUEST) {
      out.writeByte('N');
    }
    say(out, 'R', "\0\0\0\0");
    for (String parameter :
        new String[] {
          "server_version\00013.4\0",
          "client_encoding\0UTF8\0",
          "server_encoding\0UTF8\0",
          "DateStyle\0ISO, MDY\0",
          "standard_conforming_strings\0on\0"
        }) {
      say(out, 'S', parameter);
    }
    say(out, 'Z', "I");
    for (int asked = in.read(); asked > 0 && asked != 'X'; asked = in.read()) {
      in.skipNBytes(in.readInt() - 4L);
      answer(asked, out);
    }
  }

  private static void answer(int asked, DataOutputStream out) throws IOException {
    switch (asked) {
      case 'P' -> say(out, '1', "");
      case 'B' -> say(out, '2', "");
      case 'D' -> say(out, 'n', "");
      case 'E' -> say(out, 'C', "SET\0");
      default -> say(out, 'Z', "I");
    }
  }

  private static int startup(DataInputStream in) throws IOException {
    int length = in.readInt();
    int code = in.readInt();
    in.skipNBytes(length - 8L);
    return code;
  }

  private static void say(DataOutputStream out, char type, String content) throws IOException {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    out.writeByte(type);
    out.writeInt(bytes.length + 4);
    out.write(bytes);
    out.flush();
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
