package hongyan.pipelines.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the store says when it cannot be opened as it is set. */
class InfluxOpeningTest {

  @TempDir Path folder;

  @Test
  void saysThatNothingAnswersUnderTheAddress() throws Exception {
    int free;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = socket.getLocalPort();
    }
    String url = "http://127.0.0.1:" + free;
    assertThat(fault(new InfluxAddress(url, "hongyan", null, null)))
        .startsWith("hongyan.series.influx.url: " + url + " does not answer")
        .contains("needed: the address of a running InfluxDB 1.6");
  }

  @Test
  void saysThatTheAddressIsNone() {
    assertThat(fault(new InfluxAddress("influx", "hongyan", null, null)))
        .isEqualTo(
            "hongyan.series.influx.url: influx is no web address;"
                + " needed: one like http://127.0.0.1:8086");
  }

  @Test
  void saysWhichDatabaseIsMissingAndMakesNone() {
    InfluxServer server = InfluxServer.shared();
    assertThat(fault(new InfluxAddress(server.url(), "no \"such\"", null, null)))
        .startsWith(
            "hongyan.series.influx.database: " + server.url() + " has no database no \"such\"")
        .contains("CREATE DATABASE");
    assertThat(server.query("SHOW DATABASES")).doesNotContain("such");
  }

  @Test
  void saysWhoIsNotLetInAndWhoMayNotWrite() {
    try (InfluxServer server = InfluxServer.start(folder, "auth-enabled = true")) {
      server.query("CREATE USER boss WITH PASSWORD 'pw' WITH ALL PRIVILEGES");
      for (String statement :
          new String[] {
            "CREATE DATABASE air",
            "CREATE USER 张 WITH PASSWORD 'päss:w'",
            "CREATE USER reader WITH PASSWORD 'r'",
            "CREATE USER nobody WITH PASSWORD 'n'",
            "GRANT ALL ON air TO 张",
            "GRANT READ ON air TO reader"
          }) {
        assertThat(server.query("boss", "pw", statement.replace("张", "\"张\"")))
            .doesNotContain("error");
      }
      assertThat(fault(new InfluxAddress(server.url(), "air", "张", "wrong")))
          .startsWith("hongyan.series.influx.password: " + server.url() + " does not let 张 in (401")
          .doesNotContain("wrong");
      assertThat(fault(new InfluxAddress(server.url(), "air", null, null)))
          .startsWith("hongyan.series.influx.password: ");
      assertThat(fault(new InfluxAddress(server.url(), "air", "reader", "r")))
          .startsWith("hongyan.series.influx.user: reader may not use the database air")
          .contains("GRANT ALL");
      assertThat(fault(new InfluxAddress(server.url(), "air", "nobody", "n")))
          .startsWith("hongyan.series.influx.user: nobody may not use the database air");
      var right = new InfluxAddress(server.url(), "air", "张", "päss:w");
      try (var store = SeriesStore.open(InfluxServer.beside(folder, right))) {
        assertThat(store.readings().count(ReadingQuery.ALL)).isZero();
      }
    }
  }

  @Test
  void saysWhichVersionItCannotSpeakWith() throws Exception {
    assertThat(faultOf("1.5.4"))
        .contains(
            "is an InfluxDB of version 1.5.4; needed: InfluxDB 1.6 or a later 1.x, 2.x or 3.x");
    assertThat(faultOf("0.9.6")).contains("version 0.9.6");
    assertThat(faultOf("v4.0.0")).contains("version v4.0.0");
    assertThat(faultOf("unknown")).contains("version unknown");
    assertThat(faultOf(null)).startsWith("hongyan.series.influx.url: ").contains("is no InfluxDB");
  }

  private String faultOf(@Nullable String version) throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          if (version != null) {
            exchange.getResponseHeaders().add("X-Influxdb-Version", version);
          }
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    server.start();
    try {
      String url = "http://127.0.0.1:" + server.getAddress().getPort();
      return fault(new InfluxAddress(url, "hongyan", null, null));
    } finally {
      server.stop(0);
    }
  }

  private String fault(InfluxAddress influx) {
    var fault = new String[1];
    assertThatThrownBy(() -> SeriesStore.open(InfluxServer.beside(folder, influx)))
        .isInstanceOf(SeriesException.class)
        .hasNoCause()
        .satisfies(e -> fault[0] = e.getMessage());
    return fault[0];
  }
}
