package hongyan.service.doors;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.jayway.jsonpath.JsonPath;
import hongyan.pipelines.air.Reading;
import hongyan.pipelines.birds.Occurrence;
import hongyan.pipelines.devices.DeviceStatus;
import hongyan.pipelines.findings.Finding;
import hongyan.service.doors.rejects.Reject;
import hongyan.service.doors.rejects.Sha256;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class IngestControllerTest {
  private static final String HEADER = "station,time,pollutant,value,unit,flag,averaging\n";
  private static final String LINE = "431103-01,2024-10-22T09:00:00+08:00,PM2.5,35,µg/m³,N,PT1H\n";
  private static final String READING =
      "{\"station\":\"431103-01\",\"time\":\"2024-10-22T09:00:00+08:00\",\"pollutant\":\"PM2.5\","
          + "\"value\":35,\"unit\":\"µg/m³\",\"flag\":\"N\",\"averaging\":\"PT1H\"}";

  private final TestDoor doors = new TestDoor();
  private final MockMvc mvc = MockMvcBuilders.standaloneSetup(doors.controller).build();

  @ParameterizedTest
  @ValueSource(strings = {"application/json", "application/x-ndjson;charset=utf-8"})
  void takesAReadingAsJson(String type) throws Exception {
    var answer = send("/readings", type, READING);
    assertThat(answer.getStatus()).isEqualTo(202);
    assertThat(counts(answer)).containsExactly(1, 0, 0, 0);
    Reading taken = readings().get(0);
    assertThat(taken.receipt().raw()).isEqualTo(READING);
    assertThat(taken.receipt().body()).isEqualTo(Sha256.hex(READING));
    assertThat(taken.receipt().reference()).isEqualTo(17);
    assertThat(doors.log.entries.get(0).key()).isEqualTo(taken.station());
  }

  @Test
  void takesTheGoodRecordsOfABatchWithBadOnes() throws Exception {
    String body = HEADER + LINE + LINE.replace("431103-01", "??") + LINE.replace("T09", "T10");
    var answer = send("/readings", "text/csv", body);
    assertThat(answer.getStatus()).isEqualTo(202);
    assertThat(counts(answer)).containsExactly(2, 0, 1, 0);
    assertThat(this.<Object>at(answer, "$.errors[0].line")).isEqualTo(3);
    assertThat(this.<Object>at(answer, "$.errors[0].field")).isEqualTo("station");
    assertThat(this.<Object>at(answer, "$.errors[0].value")).isEqualTo("??");
    assertThat(this.<Object>at(answer, "$.errors[0].rule")).isEqualTo("unknown-station");
    assertThat(this.<String>at(answer, "$.errors[0].message")).contains("未登记");
    Reject reject = rejects().get(0);
    assertThat(reject.raw()).isEqualTo(LINE.replace("431103-01", "??").strip());
    assertThat(reject.kind()).isEqualTo("reading");
    assertThat(reject.body()).isEqualTo(Sha256.hex(body));
  }

  @Test
  void takesTheNationalArchive() throws Exception {
    String body = "date,hour,type,2477A,9999A\n20180220,7,PM2.5,110,5\n20180220,7,AQI,145,\n";
    var answer = send("/readings", "text/csv", body);
    assertThat(counts(answer)).containsExactly(1, 0, 1, 1);
    assertThat(this.<Object>at(answer, "$.notes[0].rule")).isEqualTo("derived-figure");
    assertThat(this.<Object>at(answer, "$.notes[0].count")).isEqualTo(1);
    assertThat(readings().get(0).time()).isEqualTo("2018-02-19T23:00:00Z");
  }

  @Test
  void takesOccurrencesAsTableInDeclaredGbk() throws Exception {
    String table =
        "occurrenceID\tscientificName\tvernacularName\teventDate\tdecimalLongitude\tdecimalLatitude\n"
            + "o-1\tAnser cygnoid\t鸿雁\t2024-10-22\t111.6\t26.4\n";
    String type = "text/tab-separated-values; charset=\"gbk\"";
    var answer = send(post("/api/v1/occurrences"), type, table.getBytes("GBK"));
    assertThat(counts(answer)).containsExactly(1, 0, 0, 0);
    Occurrence taken = doors.log.values("occurrences", Occurrence.class).get(0);
    assertThat(taken.vernacularName()).isEqualTo("鸿雁");
    assertThat(taken.receipt().raw()).isEqualTo(table.strip());
  }

  @Test
  void givesBackTheIdOfAFinding() throws Exception {
    String finding =
        "{\"conduct\":\"net\",\"time\":\"2024-10-22T05:10:00+08:00\",\"county\":\"431103\","
            + "\"source\":\"patrol\",\"description\":\"x\"}";
    var answer = send("/findings", "application/json", "[" + finding + "," + finding + "]");
    assertThat(counts(answer)).containsExactly(1, 1, 0, 0);
    Finding taken = doors.log.values("findings", Finding.class).get(0);
    assertThat(this.<Object>at(answer, "$.ids[0].id")).isEqualTo(taken.findingID());
    assertThat(this.<Object>at(answer, "$.ids[1].line")).isEqualTo(2);
  }

  @Test
  void takesTheStatusOfADeviceOnceAndRefusesThatOfNobodys() throws Exception {
    String status = "{\"device\":\"marker-1\",\"time\":\"2024-10-22T05:10:00+08:00\"}";
    String lines = status + "\n" + status + "\n" + status.replace("marker-1", "nobody");
    var answer = send("/devices/status", "application/x-ndjson", lines);
    assertThat(counts(answer)).containsExactly(1, 1, 1, 0);
    assertThat(doors.log.values("device-status", DeviceStatus.class)).hasSize(1);
    assertThat(doors.log.entries.get(0).key()).isEqualTo("marker-1");
    assertThat(rejects().get(0).kind()).isEqualTo("device-status");
  }

  @Test
  void countsRepeatsWithinABodyAndTakesCorrectionsInOrder() throws Exception {
    String other = LINE.replace(",35,", ",36,");
    var answer = send("/readings", "text/csv", HEADER + LINE + LINE + other + LINE + LINE);
    assertThat(counts(answer)).containsExactly(3, 2, 0, 0);
    assertThat(readings())
        .extracting(Reading::value)
        .containsExactly(new BigDecimal(35), new BigDecimal(36), new BigDecimal(35));
    assertThat(readings())
        .extracting(r -> r.receipt().receivedAt())
        .isSorted()
        .doesNotHaveDuplicates();
  }

  @Test
  void countsWhatIsStoredAsDuplicateButNotTheWayBackToIt() throws Exception {
    send("/readings", "application/json", READING);
    readings().forEach(reading -> doors.stored.readings.put(reading.identity(), reading));
    assertThat(counts(send("/readings", "application/json", READING))).containsExactly(0, 1, 0, 0);
    String changed = READING.replace(":35", ":36");
    assertThat(counts(send("/readings", "application/json", "[" + changed + "," + READING + "]")))
        .containsExactly(2, 0, 0, 0);
  }

  @Test
  void keepsTheSameContentWithANewerModified() throws Exception {
    String newer = READING.replace("}", ",\"modified\":\"2026-11-22T04:05:00Z\"}");
    String older = READING.replace("}", ",\"modified\":\"2025-11-01T00:00:00Z\"}");
    var answer =
        send("/readings", "application/json", "[" + READING + "," + newer + "," + older + "]");
    assertThat(counts(answer)).containsExactly(2, 1, 0, 0);
  }

  @Test
  void answersInEnglishWhenAsked() throws Exception {
    var request = post("/api/v1/readings").header("Accept-Language", "en-US,en;q=0.9");
    var answer = send(request, "application/json", READING.replace("35", "NaN").getBytes(UTF_8));
    assertThat(this.<String>at(answer, "$.errors[0].message"))
        .isEqualTo("\"value\" is not finite: NaN.");
    assertThat(rejects().get(0).message()).contains("不是有限数");
  }

  @Test
  void capsTheErrorsOfTheAnswerButKeepsAll() throws Exception {
    StringBuilder body = new StringBuilder(HEADER);
    for (int i = 0; i < 1_200; i++) {
      body.append(LINE.replace("431103-01", "x" + i));
    }
    var answer = send("/readings", "text/csv", body.toString());
    assertThat(counts(answer)).containsExactly(0, 0, 1_200, 0);
    assertThat(this.<List<?>>at(answer, "$.errors")).hasSize(1_000);
    assertThat(this.<Object>at(answer, "$.errorsTruncated")).isEqualTo(true);
    assertThat(rejects()).hasSize(1_200).extracting(Reject::id).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          application/json | [{"station":"431103-01"},{"station": ]  | 1 | broken-json
          application/json | 35                                      | 1 | not-an-object
          text/csv         | station,time,pollutant,value,flag       | 1 | missing-header
          text/csv         | Station,time,pollutant,value,unit       | 1 | wrong-case
          text/csv         | date,hour,2477A                         | 1 | missing-header
          text/csv         | station,time,pollutant,value,unit,unit  | 1 | duplicate-header
          text/csv         | station,time,pollutant,value,"unit      | 1 | broken-csv
          """)
  void refusesAWholeBodyAndKeepsIt(String type, String body, int line, String rule)
      throws Exception {
    var answer = send("/readings", type, body);
    assertProblem(answer, 400, rule);
    assertThat(this.<Object>at(answer, "$.errors[0].line")).isEqualTo(line);
    assertThat(rejects())
        .singleElement()
        .extracting(Reject::raw, Reject::rule)
        .containsExactly(body, rule);
    assertThat(readings()).isEmpty();
  }

  @Test
  void namesTheMissingHeader() throws Exception {
    var answer = send("/readings", "text/csv", "station,time,pollutant,value\n");
    assertThat(this.<Object>at(answer, "$.errors[0].field")).isEqualTo("unit");
    assertThat(this.<String>at(answer, "$.detail")).contains("unit");
  }

  @Test
  void tellsGbkWhereUtf8IsDeclared() throws Exception {
    byte[] body = "[{\"station\":\"永州\"}]".getBytes(Charset.forName("GBK"));
    var answer = send(post("/api/v1/readings"), "application/json; charset=UTF-8", body);
    assertProblem(answer, 400, "gbk-not-utf-8");
    assertThat(rejects().get(0).raw()).startsWith("base64:");
  }

  @Test
  void refusesAnEmptyBody() throws Exception {
    assertProblem(send("/readings", "application/json", ""), 400, "body-empty");
  }

  @ParameterizedTest
  @CsvSource({
    "/readings,text/plain,unknown-content-type",
    "/readings,text/tab-separated-values,unknown-content-type",
    "/findings,text/csv,unknown-content-type",
    "/readings,,unknown-content-type",
    "/readings,application/json;charset=GBK,unknown-charset",
    "/readings,text/csv;charset=Big5,unknown-charset"
  })
  void namesTheTypesThatAreTaken(String path, @Nullable String type, String rule) throws Exception {
    var answer = send(path, type, "x");
    assertProblem(answer, 415, rule);
    assertThat(this.<String>at(answer, "$.detail")).containsAnyOf("application/json", "UTF-8");
    assertThat(doors.log.entries).isEmpty();
  }

  @Test
  void refusesCompressedBodies() throws Exception {
    var request = post("/api/v1/readings").header("Content-Encoding", "gzip");
    var answer = send(request, "application/json", new byte[] {31});
    assertProblem(answer, 415, "unknown-content-encoding");
  }

  @Test
  void refusesATooLargeBodyWithoutReadingIt() throws Exception {
    var request =
        post("/api/v1/readings").with(old -> new Stream(old, 200L << 20, new byte[0], false));
    assertProblem(send(request, "text/csv", new byte[0]), 413, "body-too-large");
  }

  @Test
  void refusesATooLargeBodyOfUnknownLength() throws Exception {
    var request =
        post("/api/v1/readings").with(old -> new Stream(old, -1, new byte[102_401], false));
    assertProblem(send(request, "text/csv", new byte[0]), 413, "body-too-large");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void takesNothingOfAHalfSentBody(boolean connectionBreaks) throws Exception {
    byte[] half = (HEADER + LINE + LINE).getBytes(UTF_8);
    var request =
        post("/api/v1/readings").with(old -> new Stream(old, 9_000, half, connectionBreaks));
    assertProblem(send(request, "text/csv", new byte[0]), 400, "body-incomplete");
    assertThat(doors.log.entries).isEmpty();
  }

  @Test
  void sendsLargeBodiesAwayWhileOthersAreInWork() throws Exception {
    byte[] large = new byte[90_000];
    var first = new MockHttpServletRequest();
    first.setContent(large);
    MockHttpServletResponse answer =
        doors.bodies.read(
            first,
            bytes -> {
              try {
                assertThat(counts(send("/readings", "application/json", READING))[0]).isOne();
                return send(post("/api/v1/readings"), "text/csv", large);
              } catch (Exception e) {
                throw new AssertionError(e);
              }
            });
    assertProblem(answer, 503, "too-busy");
    assertThat(answer.getHeader("Retry-After")).isEqualTo("5");
    assertProblem(send(post("/api/v1/readings"), "text/csv", large), 400, "missing-header");
  }

  @Test
  void saysThatTheLogIsUnavailable() throws Exception {
    doors.log.broken = true;
    var answer = send("/readings", "application/json", READING);
    assertProblem(answer, 503, "log-unavailable");
    assertThat(answer.getHeader("Retry-After")).isEqualTo("5");
    assertThat(answer.getContentAsString(UTF_8)).doesNotContain("space left");
  }

  private void assertProblem(MockHttpServletResponse answer, int status, String rule)
      throws Exception {
    assertThat(answer.getStatus()).isEqualTo(status);
    assertThat(answer.getContentType()).startsWith("application/problem+json");
    assertThat(this.<Object>at(answer, "$.status")).isEqualTo(status);
    assertThat(this.<Object>at(answer, "$.errors[0].rule")).isEqualTo(rule);
    assertThat(this.<String>at(answer, "$.detail")).isNotBlank();
    assertThat(answer.getContentAsString(UTF_8)).doesNotContain("Exception", "at hongyan");
  }

  private MockHttpServletResponse send(String path, @Nullable String type, String body)
      throws Exception {
    return send(post("/api/v1" + path), type, body.getBytes(UTF_8));
  }

  private MockHttpServletResponse send(
      MockHttpServletRequestBuilder request, @Nullable String type, byte[] body) throws Exception {
    request.content(body);
    if (type != null) {
      request.header("Content-Type", type);
    }
    return mvc.perform(request).andReturn().getResponse();
  }

  private Integer[] counts(MockHttpServletResponse answer) throws Exception {
    assertThat(answer.getStatus()).isEqualTo(202);
    return new Integer[] {
      at(answer, "$.accepted"), at(answer, "$.duplicates"),
      at(answer, "$.rejected"), at(answer, "$.ignored")
    };
  }

  private <T> T at(MockHttpServletResponse answer, String path) throws Exception {
    return JsonPath.read(answer.getContentAsString(UTF_8), path);
  }

  private List<Reading> readings() {
    return doors.log.values("readings", Reading.class);
  }

  private List<Reject> rejects() {
    return doors.log.values("rejects", Reject.class);
  }

  /** A request whose stream says and does what a test wants. */
  private static final class Stream extends MockHttpServletRequest {
    private final long announced;
    private final byte[] sent;
    private final boolean breaks;

    Stream(MockHttpServletRequest old, long announced, byte[] sent, boolean breaks) {
      super(old.getServletContext(), old.getMethod(), old.getRequestURI());
      setContentType(old.getContentType());
      setServletPath(old.getServletPath());
      this.announced = announced;
      this.sent = sent;
      this.breaks = breaks;
    }

    @Override
    public long getContentLengthLong() {
      return announced;
    }

    @Override
    public ServletInputStream getInputStream() {
      return new ServletInputStream() {
        private int at;

        @Override
        public int read() throws IOException {
          if (at == sent.length && breaks) {
            throw new IOException("connection reset by peer");
          }
          return at == sent.length ? -1 : sent[at++] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
          int first = read();
          if (first < 0) {
            return -1;
          }
          bytes[offset] = (byte) first;
          return 1;
        }

        @Override
        public boolean isFinished() {
          return at == sent.length;
        }

        @Override
        public boolean isReady() {
          return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
          throw new UnsupportedOperationException();
        }
      };
    }
  }
}
