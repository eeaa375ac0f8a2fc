package hongyan.pipelines.series;

import static hongyan.pipelines.records.RecordFixtures.IN_FLYWAY;
import static hongyan.pipelines.records.RecordFixtures.reading;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import hongyan.pipelines.air.PlacedReading;
import hongyan.pipelines.records.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is asked of versions 2 and 3, and what is made of the answers that their documents show. The
 * server here is our own: neither version could be had where this was written, so nothing here was
 * tried on a real one.
 */
class InfluxVersionsTest {

  private record Asked(String target, String authorization, String body) {}

  private record Answer(int status, String body) {}

  private static final String NONE = "{\"results\":[{\"statement_id\":0}]}";
  private static final String LINE_START =
      "reading,station=P01,pollutant=PM25,averaging=PT1H value=35.5,flag=\"N\",county=";

  @TempDir Path folder;
  private final List<Asked> asked = Collections.synchronizedList(new ArrayList<>());
  private final Deque<Answer> writes = new ArrayDeque<>();
  private final Deque<Answer> queries = new ArrayDeque<>();
  private String version = "v2.7.12";
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String authorization = exchange.getRequestHeaders().getFirst("Authorization");
    String target = exchange.getRequestURI().toString();
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    asked.add(new Asked(target, authorization, body));
    Answer answer = answerTo(target, authorization);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    if (authorization != null || version.startsWith("v2")) {
      exchange.getResponseHeaders().add("X-Influxdb-Version", version);
    }
    byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private Answer answerTo(String target, String authorization) {
    if (target.startsWith("/ping")) {
      boolean stranger = authorization == null && version.startsWith("3");
      return stranger ? new Answer(401, "{\"error\":\"unauthorized\"}") : new Answer(204, "");
    }
    boolean write = target.startsWith("/api/v2/write");
    Answer next = write ? writes.poll() : queries.poll();
    return next != null ? next : write ? new Answer(204, "") : new Answer(200, NONE);
  }

  private SeriesStore store() {
    String url = "http://127.0.0.1:" + server.getAddress().getPort();
    var influx = new InfluxAddress(url, "air 1", "bureau", "t0ken");
    SeriesStore store = SeriesStore.open(InfluxServer.beside(folder, influx));
    asked.clear();
    return store;
  }

  private static PlacedReading placed(String station) {
    return new PlacedReading(reading(station, "2024-10-22T09:00:00+08:00", "35.50", 1), IN_FLYWAY);
  }

  @Test
  void writesLinesToABucketOfAnOrganisationWithAToken() {
    try (SeriesStore store = store()) {
      store.readings().write(List.of(placed("P01"), placed("P02")));
    }
    assertThat(asked).hasSize(1);
    assertThat(asked.get(0).target())
        .startsWith("/api/v2/write?")
        .contains("org=bureau", "bucket=air%201", "precision=us");
    assertThat(asked.get(0).authorization()).isEqualTo("Token t0ken");
    assertThat(asked.get(0).body().lines().toList())
        .hasSize(2)
        .first()
        .asString()
        .startsWith(LINE_START)
        .endsWith(" 1729558800000000");
  }

  @Test
  void asksInInfluxQlAndReadsTheAnswer() {
    try (SeriesStore store = store()) {
      queries.add(
          new Answer(
              200,
              """
              {"results":[{"statement_id":0,"series":[{"name":"reading","columns":["time","json"],
              "values":[[1729558800000000,%s]]}]}]}
              """
                  .formatted(
                      Json.MAPPER.writeValueAsString(
                          Json.MAPPER.writeValueAsString(placed("P 1"))))));
      assertThat(store.readings().find(List.of(placed("P 1").reading())).values())
          .containsExactly(placed("P 1"));
    }
    assertThat(asked.get(0).target()).isEqualTo("/query?db=air%201&epoch=u&chunked=true");
    assertThat(asked.get(0).authorization()).isEqualTo("Token t0ken");
    assertThat(URLDecoder.decode(asked.get(0).body(), StandardCharsets.UTF_8))
        .startsWith("q=SELECT \"json\" FROM \"reading\" WHERE ")
        .contains("(\"station\" = 'P 1') AND time >= '2024-10-22T01:00:00Z'");
  }

  @Test
  void waitsWhileVersionTwoIsTooBusy() {
    try (SeriesStore store = store()) {
      writes.add(new Answer(429, "{\"code\":\"too many requests\",\"message\":\"slow down\"}"));
      writes.add(new Answer(503, "{\"code\":\"unavailable\",\"message\":\"not now\"}"));
      store.readings().write(List.of(placed("P01")));
      assertThat(store.refusedPoints().count()).isZero();
    }
    assertThat(asked).hasSize(3).allMatch(each -> each.body().startsWith(LINE_START));
  }

  @Test
  void findsThePointThatVersionTwoDoesNotTake() {
    var refusal =
        new Answer(
            422,
            "{\"code\":\"unprocessable entity\",\"message\":\"failure writing points to database:"
                + " partial write: field type conflict: input field \\\"value\\\" dropped=1\"}");
    try (SeriesStore store = store()) {
      writes.addAll(List.of(refusal, new Answer(204, ""), refusal));
      store.readings().write(List.of(placed("P01"), placed("P02")));
      assertThat(store.refusedPoints().list(9)).hasSize(1);
      assertThat(store.refusedPoints().list(9).get(0).key())
          .isEqualTo(placed("P02").reading().identity());
      assertThat(store.refusedPoints().list(9).get(0).said()).contains("field type conflict");
    }
  }

  @Test
  void findsThePointThatVersionThreeDoesNotTake() {
    version = "3.4.0";
    var refusal =
        new Answer(
            400,
            "{\"error\":\"partial write of line protocol occurred\",\"data\":[{\"line_number\":1,"
                + "\"error_message\":\"invalid column type for column 'value'\"}]}");
    try (SeriesStore store = store()) {
      writes.add(refusal);
      store.readings().write(List.of(placed("P01")));
      assertThat(store.refusedPoints().list(9).get(0).said())
          .contains("partial write", "invalid column type");
    }
  }

  @Test
  void asksVersionThreeOneStatementAtATimeAndVersionTwoManyAtOnce() {
    var scattered =
        List.of(placed("P01").reading(), reading("P02", "2019-10-22T09:00:00+08:00", "1", 1));
    try (SeriesStore store = store()) {
      store.readings().find(scattered);
    }
    assertThat(asked).hasSize(1);
    version = "3.4.0";
    try (SeriesStore store = store()) {
      store.readings().find(scattered);
    }
    assertThat(asked).hasSize(2).noneMatch(each -> each.body().contains("%3B"));
  }

  @Test
  void doesNotTakeAFailureForAnEmptyAnswer() {
    for (String failure :
        List.of(
            "{\"results\":[{\"statement_id\":0,\"error\":\"timeout\"}]}",
            "{\"error\":\"engine is closed\"}",
            "{\"results\":[{\"statement_id\":0,\"series\":[],\"partial\":true}]}",
            "{\"results\":[{\"statement_id\":0,\"ser",
            "")) {
      try (SeriesStore store = store()) {
        queries.add(new Answer(200, failure));
        assertThatThrownBy(() -> store.readings().count(ReadingQuery.ALL))
            .isInstanceOf(SeriesException.class);
      }
    }
  }

  @Test
  void saysThatABucketIsMissing() {
    queries.add(new Answer(404, "{\"code\":\"not found\",\"message\":\"no dbrp mapping found\"}"));
    assertThatThrownBy(this::store)
        .hasMessageStartingWith("hongyan.series.influx.database: ")
        .hasMessageContaining("no dbrp mapping found");
    writes.add(new Answer(404, "{\"code\":\"not found\",\"message\":\"bucket not found\"}"));
    assertThatThrownBy(this::store).hasMessageContaining("bucket not found");
    writes.add(new Answer(401, "{\"code\":\"unauthorized\",\"message\":\"unauthorized access\"}"));
    assertThatThrownBy(this::store).hasMessageStartingWith("hongyan.series.influx.password: ");
  }
}
