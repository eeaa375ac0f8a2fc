package hongyan.benchmarks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * The peer of the whole: the web server of the JDK, commons-csv, one table, one transaction a body.
 * It checks nothing and makes nothing of what it stores.
 */
final class PlainDoor implements AutoCloseable {
  private final HttpServer server;
  private final Path folder;
  private final BareTable table;

  private PlainDoor(HttpServer server, Path folder, BareTable table) {
    this.server = server;
    this.folder = folder;
    this.table = table;
  }

  static PlainDoor open() throws IOException, SQLException {
    Path folder = Files.createTempDirectory("hongyan-plain-");
    BareTable table = BareTable.open(folder.resolve("readings.db"), "FULL");
    var local = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    HttpServer server = HttpServer.create(local, 0);
    PlainDoor door = new PlainDoor(server, folder, table);
    server.createContext("/", door::take);
    server.start();
    return door;
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void take(HttpExchange exchange) throws IOException {
    List<Object[]> rows = new ArrayList<>();
    var body = new InputStreamReader(exchange.getRequestBody(), StandardCharsets.UTF_8);
    var format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    for (CSVRecord line : format.parse(body)) {
      rows.add(row(line));
    }
    try {
      table.write(rows);
      exchange.sendResponseHeaders(202, -1);
    } catch (SQLException e) {
      exchange.sendResponseHeaders(500, -1);
    }
    exchange.close();
  }

  private static Object[] row(CSVRecord line) {
    Instant time = OffsetDateTime.parse(line.get("time")).toInstant();
    return new Object[] {
      line.get("station"),
      ChronoUnit.MICROS.between(Instant.EPOCH, time),
      line.get("pollutant"),
      line.get("averaging"),
      line.get("value"),
      line.get("flag"),
      null,
      null,
      "plain",
      Instant.now().toString(),
      null,
      "",
      line.getRecordNumber(),
      String.join(",", line.values()),
      0
    };
  }

  @Override
  public void close() throws IOException, SQLException {
    server.stop(0);
    table.close();
    Folders.delete(folder);
  }
}
