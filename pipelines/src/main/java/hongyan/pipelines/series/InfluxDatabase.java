package hongyan.pipelines.series;

import com.influxdb.client.InfluxDBClient;
import com.influxdb.client.InfluxDBClientFactory;
import com.influxdb.client.InfluxDBClientOptions;
import com.influxdb.client.WriteApiBlocking;
import com.influxdb.client.domain.WritePrecision;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import tools.jackson.core.JacksonException;

/**
 * One database of an InfluxDB: line protocol in, InfluxQL out, of whichever version. Shared by all
 * of this process that write to it and read from it.
 *
 * <p>Tried against version 1.6.7. What versions 2 and 3 are asked for and answer is taken from
 * their documents and held by a test with a server of our own, not by theirs.
 */
final class InfluxDatabase {

  /** A server that does not answer within it is one that is down. */
  private static final Duration ANSWER = Duration.ofSeconds(30);

  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final int LONGEST_REQUEST = 100_000;
  private static final Map<InfluxAddress, InfluxDatabase> OPEN = new HashMap<>();

  private final InfluxAddress address;
  private final InfluxVersion version;
  private final OkHttpClient http;
  private final InfluxDBClient client;
  private final WriteApiBlocking writer;
  private final ReadWriteLock deleting = new ReentrantReadWriteLock();
  private int users;

  private InfluxDatabase(InfluxAddress address, InfluxVersion version) {
    this.address = address;
    this.version = version;
    OkHttpClient.Builder spoken = patient().addInterceptor(new InfluxDialect(address, version));
    this.http = spoken.build();
    this.client =
        InfluxDBClientFactory.create(
            InfluxDBClientOptions.builder()
                .url(address.url())
                .bucket(address.database())
                .org(organisation(address))
                .okHttpClient(http.newBuilder())
                .build());
    this.writer = client.getWriteApiBlocking();
  }

  /** Opens the database, or takes part in it where this process has it open already. */
  static InfluxDatabase open(InfluxAddress address) {
    synchronized (OPEN) {
      InfluxDatabase shared = OPEN.get(address);
      if (shared == null) {
        shared = checked(address);
        OPEN.put(address, shared);
      }
      shared.users++;
      return shared;
    }
  }

  private static InfluxDatabase checked(InfluxAddress address) {
    var check = new InfluxCheck(address);
    var database = new InfluxDatabase(address, check.version(patient().build()));
    try {
      check.database(database.http);
      return database;
    } catch (RuntimeException e) {
      database.client.close();
      throw e;
    }
  }

  /** Version 1 and 3 have none, but the client wants one. */
  static String organisation(InfluxAddress address) {
    return address.user() == null ? "-" : address.user();
  }

  private static OkHttpClient.Builder patient() {
    return new OkHttpClient.Builder()
        .connectTimeout(CONNECT)
        .readTimeout(ANSWER)
        .writeTimeout(ANSWER);
  }

  /** Ends one user's part; the last one closes the connections. */
  void release() {
    synchronized (OPEN) {
      if (--users > 0) {
        return;
      }
      OPEN.remove(address);
    }
    client.close();
    http.connectionPool().evictAll();
  }

  InfluxAddress address() {
    return address;
  }

  InfluxVersion version() {
    return version;
  }

  /**
   * Held by who writes (as a reader) and who deletes: one reads a text and writes its hash, and no
   * other text may come between. Only within this process, as InfluxDB has no such thing.
   */
  ReadWriteLock deleting() {
    return deleting;
  }

  /** Sends lines; throws the client's exception when the server does not take them all. */
  void send(String lines) {
    writer.writeRecord(WritePrecision.US, lines);
  }

  /** Gives every row of the answers to {@code rows}, in the order of the statements. */
  void query(List<InfluxSelect> selects, Consumer<InfluxRow> rows) {
    var statements = new StringBuilder();
    int count = 0;
    for (InfluxSelect select : selects) {
      String text = select.text();
      boolean full = count == version.statementsPerRequest();
      if (count > 0 && (full || statements.length() + text.length() > LONGEST_REQUEST)) {
        ask(statements.toString(), rows);
        statements.setLength(0);
        count = 0;
      }
      statements.append(count++ == 0 ? "" : ";").append(text);
    }
    if (count > 0) {
      ask(statements.toString(), rows);
    }
  }

  void query(InfluxSelect select, Consumer<InfluxRow> rows) {
    ask(select.text(), rows);
  }

  /** Does what InfluxQL has a statement for, for example {@code DELETE}. */
  void run(String statement) {
    ask(statement, row -> {});
  }

  private void ask(String influxQl, Consumer<InfluxRow> rows) {
    try (Response response = http.newCall(question(address, influxQl)).execute()) {
      ResponseBody body = response.body();
      if (!response.isSuccessful()) {
        String said = body.string();
        throw new SeriesException(address, "answers %d: %s".formatted(response.code(), said), null);
      }
      InfluxAnswer.read(body.byteStream(), rows);
    } catch (IOException | JacksonException | InfluxAnswer.StatementFailed e) {
      throw new SeriesException(address, String.valueOf(e.getMessage()), e);
    }
  }

  static Request question(InfluxAddress address, String influxQl) {
    HttpUrl url =
        HttpUrl.get(address.url())
            .newBuilder()
            .addPathSegment("query")
            .addQueryParameter("db", address.database())
            .addQueryParameter("epoch", "u")
            .addQueryParameter("chunked", "true")
            .build();
    return new Request.Builder()
        .url(url)
        .header("Accept", "application/json")
        .post(new FormBody.Builder().add("q", influxQl).build())
        .build();
  }
}
