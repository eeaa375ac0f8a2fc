package hongyan.service.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;

/** Answers as Tianditu's WMTS does: tiles by TILEMATRIX, TILEROW and TILECOL, for a key only. */
final class TileServer implements AutoCloseable {
  private static final Pattern TILE =
      Pattern.compile("TILEMATRIX=(\\d+)&TILEROW=(\\d+)&TILECOL=(\\d+)&tk=(\\w+)$");
  static final String KEY = "test0key";

  /** The tiles that were asked for, as z/x/y, and what else was asked. */
  final List<String> asked = new CopyOnWriteArrayList<>();

  private final HttpServer server;
  private volatile boolean broken;

  TileServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/vec_w/wmts", this::answer);
    server.start();
  }

  /** Returns the address to configure. */
  String url() {
    return ("http://127.0.0.1:%d/vec_w/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER=vec"
            + "&STYLE=default&TILEMATRIXSET=w&FORMAT=tiles&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}&tk=%s")
        .formatted(server.getAddress().getPort(), KEY);
  }

  /** From now on it answers 503, or answers again. */
  void fail(boolean wanted) {
    broken = wanted;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      Matcher tile = TILE.matcher(exchange.getRequestURI().getQuery());
      if (!tile.find()) {
        asked.add(exchange.getRequestURI().toString());
        exchange.sendResponseHeaders(400, -1);
      } else if (broken || !tile.group(4).equals(KEY)) {
        exchange.sendResponseHeaders(broken ? 503 : 403, -1);
      } else {
        asked.add("%s/%s/%s".formatted(tile.group(1), tile.group(3), tile.group(2)));
        byte[] png = png();
        exchange.getResponseHeaders().set("Content-Type", "image/png");
        exchange.sendResponseHeaders(200, png.length);
        exchange.getResponseBody().write(png);
      }
    }
  }

  /** A tile of one colour that nothing else on the map has, with a border to see where it lies. */
  private static byte[] png() throws IOException {
    BufferedImage image = new BufferedImage(256, 256, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setColor(new Color(250, 220, 120));
    pen.fillRect(0, 0, 256, 256);
    pen.setColor(Color.GRAY);
    pen.drawRect(0, 0, 255, 255);
    pen.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, "png", out);
    return out.toByteArray();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
