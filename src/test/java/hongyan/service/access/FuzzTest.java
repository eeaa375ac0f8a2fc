package hongyan.service.access;

import static org.assertj.core.api.Assertions.assertThat;

import hongyan.pipelines.records.Json;
import hongyan.service.database.OnBothDatabases;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Bodies of every type with bytes changed, cut, doubled and put in, by a seed that is always the
 * same and for a bounded time: whatever comes, the answer is the service's own, never a failure of
 * it, and it goes on answering.
 */
@OnBothDatabases
class FuzzTest {
  private static final Duration EACH = Duration.ofSeconds(6);
  private static final long MOST_GROWTH = 96L << 20;
  private static final String[] PIECES = {
    "\"",
    "{",
    "[[[[[[[[",
    "}",
    "null",
    "NaN",
    "1e999",
    "-1",
    "\u0000",
    "\ud800",
    "../../x",
    "9999999999999999999999",
    "<!ENTITY",
    "'",
    "\r\n\r\n",
    "%00",
    "+08:00",
    "0000-00-00"
  };

  private static ServiceForTests service;
  private static String token;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Random chance = new Random(212);

  /** What is sent, before it is spoilt. */
  private record Sample(String method, String path, String type, byte[] body) {}

  @BeforeAll
  static void start() throws IOException {
    service = ServiceForTests.shared();
    token = Files.readString(service.state().resolve("admin-token")).strip();
  }

  @Test
  void answersEverySpoiltBodyOfTheExamples() throws Exception {
    List<Sample> samples = examples();
    assertThat(samples).hasSizeGreaterThan(20);
    fuzz(samples);
  }

  @Test
  void answersEverySpoiltArchive() throws Exception {
    fuzz(
        List.of(
            new Sample("POST", "/api/v1/occurrences", "application/zip", archive()),
            new Sample("POST", "/api/v1/evidence/verify", "application/zip", archive()),
            new Sample("POST", "/api/v1/zones/import", "application/zip", archive())));
  }

  @Test
  void answersEverySpoiltPolygonAndUpload() throws Exception {
    String ring = "[[[112.02,25.72],[112.05,25.72],[112.05,25.75],[112.02,25.75],[112.02,25.72]]]";
    String polygon = "{\"type\":\"Polygon\",\"coordinates\":" + ring + "}";
    String feature =
        "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":"
            + "{\"id\":\"Z-FUZZ\",\"name\":\"x\",\"kind\":\"flyway\",\"validFrom\":\"2026-01-01\"},"
            + "\"geometry\":"
            + polygon
            + "}]}";
    String multipart =
        "--b\r\nContent-Disposition: form-data; name=\"finding\"\r\n\r\n"
            + "{\"conduct\":\"net\",\"time\":\"2025-10-22T05:10:00+08:00\",\"county\":\"431127\",\"source\":\"patrol\",\"description\":\"x\"}\r\n"
            + "--b\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"a.jpg\"\r\n\r\n\u00ff\u00d8\u00ff\r\n--b--\r\n";
    fuzz(
        List.of(
            sample("POST", "/api/v1/zones/footprint-check", "application/json", polygon),
            sample("POST", "/api/v1/zones/import", "application/geo+json", feature),
            sample("PUT", "/api/v1/zones/Z-FUZZ", "application/json", feature),
            sample("POST", "/api/v1/findings", "multipart/form-data; boundary=b", multipart),
            sample(
                "POST", "/api/v1/public/reports", "multipart/form-data; boundary=b", multipart)));
  }

  private void fuzz(List<Sample> samples) throws IOException, InterruptedException {
    List<String> wrong = new ArrayList<>();
    long before = live();
    long end = System.nanoTime() + EACH.toNanos();
    int sent = 0;
    while (System.nanoTime() < end) {
      Sample sample = samples.get(sent++ % samples.size());
      byte[] spoilt = spoilt(sample.body());
      int status = send(sample, spoilt);
      if (status >= 500) {
        wrong.add(
            "%s %s answered %d to %s"
                .formatted(
                    sample.method(),
                    sample.path(),
                    status,
                    new String(spoilt, StandardCharsets.ISO_8859_1)));
      }
    }
    assertThat(wrong).as("of %d bodies", sent).isEmpty();
    assertThat(service.nobody().get("/actuator/health/liveness").status()).isEqualTo(200);
    assertThat(live() - before).as("bytes that stay").isLessThan(MOST_GROWTH);
  }

  private int send(Sample sample, byte[] body) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(service.address() + sample.path()))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", sample.type())
            .timeout(Duration.ofSeconds(30))
            .method(sample.method(), BodyPublishers.ofByteArray(body))
            .build();
    HttpResponse<Void> response = client.send(request, BodyHandlers.discarding());
    return response.statusCode();
  }

  /** Changes one to eight places: a byte, a cut, a doubled stretch, a piece that parsers fear. */
  private byte[] spoilt(byte[] body) throws IOException {
    byte[] now = body.clone();
    for (int changes = 1 + chance.nextInt(8); changes > 0 && now.length > 1; changes--) {
      int at = chance.nextInt(now.length);
      int until = Math.min(now.length, at + chance.nextInt(40));
      ByteArrayOutputStream other = new ByteArrayOutputStream();
      other.write(now, 0, at);
      switch (chance.nextInt(5)) {
        case 0 -> other.write(chance.nextInt(256));
        case 1 -> other.write(now, Math.min(until, now.length), now.length - until);
        case 2 -> {
          other.write(now, at, until - at);
          other.write(now, at, now.length - at);
        }
        case 3 -> {
          other.writeBytes(PIECES[chance.nextInt(PIECES.length)].getBytes(StandardCharsets.UTF_8));
          other.write(now, at, now.length - at);
        }
        default -> {
          other.write(chance.nextInt(256));
          other.write(now, Math.min(at + 1, now.length - 1), now.length - at - 1);
        }
      }
      now = other.toByteArray();
    }
    return Arrays.copyOf(now, Math.min(now.length, 200_000));
  }

  private static List<Sample> examples() throws IOException {
    List<Sample> samples = new ArrayList<>();
    try (InputStream in =
        Objects.requireNonNull(FuzzTest.class.getResourceAsStream("/openapi/examples.json"))) {
      for (JsonNode example : Json.MAPPER.readTree(in)) {
        StringBuilder body = new StringBuilder();
        String join = example.get("mediaType").asString().equals("application/json") ? "" : "\n";
        example.get("body").forEach(line -> body.append(line.asString()).append(join));
        String path = example.get("path").asString().replaceAll("\\{[^}]*}", "fuzz-1");
        samples.add(
            sample(
                path.matches(".*/fuzz-1") ? "PUT" : "POST",
                path,
                example.get("mediaType").asString(),
                body.toString()));
      }
    }
    return samples;
  }

  private static Sample sample(String method, String path, String type, String body) {
    return new Sample(method, path, type, body.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] archive() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      put(
          zip,
          "occurrence.txt",
          "occurrenceID\tscientificName\teventDate\nf-1\tAnser\t2025-10-22\n");
      put(
          zip,
          "meta.xml",
          "<archive xmlns=\"http://rs.tdwg.org/dwc/text/\"><core rowType=\"http://rs.tdwg.org/dwc/terms/Occurrence\""
              + " fieldsTerminatedBy=\"\\t\" ignoreHeaderLines=\"1\"><files><location>occurrence.txt</location></files>"
              + "<id index=\"0\"/><field index=\"1\" term=\"http://rs.tdwg.org/dwc/terms/scientificName\"/></core></archive>");
      put(zip, "bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
    }
    return bytes.toByteArray();
  }

  private static void put(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  private static long live() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
