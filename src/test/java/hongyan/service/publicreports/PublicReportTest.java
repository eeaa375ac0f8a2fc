package hongyan.service.publicreports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import hongyan.geo.place.Position;
import hongyan.geo.zones.Placement;
import hongyan.pipelines.alerts.Alert;
import hongyan.pipelines.alerts.Ground;
import hongyan.pipelines.findings.Finding;
import hongyan.pipelines.findings.PlacedFinding;
import hongyan.pipelines.records.Json;
import hongyan.pipelines.series.SeriesStore;
import hongyan.service.accounts.Person;
import hongyan.service.accounts.Role;
import hongyan.service.alerts.AlertsFixture;
import hongyan.service.alerts.Cases;
import hongyan.service.attachments.Photos;
import hongyan.service.database.OnBothDatabases;
import hongyan.service.database.ServiceDatabase;
import hongyan.service.doors.ReportDoorFixture;
import hongyan.service.errors.ErrorsFixture;
import hongyan.service.rescues.RescuesFixture;
import hongyan.service.secrets.KeyFile;
import hongyan.service.secrets.Openings;
import hongyan.service.secrets.Seals;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

@OnBothDatabases
class PublicReportTest {
  private static final String API = "/api/v1/public/reports";
  private static final String NET =
      "{\"about\":\"conduct\",\"conduct\":\"net\",\"time\":\"2026-11-21T20:00:00+08:00\","
          + "\"position\":{\"type\":\"Point\",\"coordinates\":[111.6,26.4]},\"description\":\"河边有网\","
          + "\"reporter\":{\"name\":\"王小明\",\"phone\":\"13812345678\"}}";

  @TempDir private Path folder;
  private final ReportDoorFixture door = new ReportDoorFixture();
  private final Cases.Moving clock = new Cases.Moving();
  private JdbcClient jdbc;
  private SeriesStore series;
  private AlertsFixture alerts;
  private Openings openings;
  private Seals seals;
  private AddressLimits limits = new AddressLimits(new LimitSettings(100, 100, 100, 10));
  private MockMvc mvc;

  @BeforeEach
  void open() {
    jdbc = Cases.database(folder);
    series = SeriesStore.open(folder.resolve("series.db"));
    alerts = new AlertsFixture(jdbc, clock);
    openings = new Openings(jdbc, clock);
    seals = KeyFile.open(folder);
    mvc = as(AlertsFixture.OPERATOR);
  }

  @AfterEach
  void close() {
    series.close();
  }

  private MockMvc as(Person who) {
    var places = new ReportPlaces(series, alerts.book(), RescuesFixture.care(jdbc));
    return MockMvcBuilders.standaloneSetup(
            new PublicReportController(
                door.door(),
                new ReportStore(jdbc, seals),
                places,
                limits,
                seals,
                openings,
                () -> who,
                clock))
        .setControllerAdvice(ErrorsFixture.advice())
        .build();
  }

  @Test
  void answersWithAReceiptAndSendsTheRecordThroughTheDoorOfFindings() throws Exception {
    String receipt = receiptOf(send(NET).andExpect(status().isAccepted()));
    assertThat(receipt).matches("HY(-[0-9A-HJKMNP-TV-Z]{4}){4}");
    Finding finding = finding();
    assertThat(finding.source()).isEqualTo("public");
    assertThat(finding.conduct()).isEqualTo("net");
    assertThat(finding.reporter()).isNull();
    assertThat(finding.receipt().door()).isEqualTo("public");
    ask(receipt)
        .andExpect(jsonPath("$.progress").value("received"))
        .andExpect(jsonPath("$.words").value("已收到"));
    ask(receipt.toLowerCase(Locale.ROOT).replace('0', 'o')).andExpect(status().isOk());
    ask("HY-0000-0000-0000-0000").andExpect(status().isNotFound());
    ask("nonsense").andExpect(status().isNotFound());
  }

  @Test
  void neverWritesTheReporterInClear() throws Exception {
    send(NET);
    send("{\"about\":\"conduct\",\"reporter\":{\"name\":\"王小明\",\"phone\":\"13812345678\"}");
    send("{\"about\":\"conduct\",\"conduct\":\"singing\",\"reporter\":{\"name\":\"王小明\"}}");
    String log = Json.MAPPER.writeValueAsString(door.entries());
    assertThat(log).doesNotContain("王小明", "13812345678");
    assertThat(ServiceDatabase.in(folder).content())
        .contains("conduct")
        .doesNotContain("王小明", "13812345678");
    assertThat(door.rejects()).isNotEmpty();
    assertThat(door.rejects().get(0).raw()).startsWith("sealed:");
  }

  @Test
  void givesTheSameReportTheSameReceipt() throws Exception {
    String first = receiptOf(send(NET));
    assertThat(receiptOf(send(NET))).isEqualTo(first);
    assertThat(receiptOf(send(NET.replace("王小明", "李四")))).isNotEqualTo(first);
    assertThat(receiptOf(send(NET.replace("河边", "山上")))).isNotEqualTo(first);
  }

  @Test
  void tellsHowFarItIsAndNothingElse() throws Exception {
    String receipt = receiptOf(send(NET));
    Alert alert = alertOn("finding/" + finding().findingID());
    alerts.save(alert);
    for (String step :
        List.of(
            "acknowledged being-looked-at",
            "dispatched passed-on",
            "confirmed passed-on",
            "closed closed")) {
      alerts.move(alert.id(), step.split(" ")[0]);
      ask(receipt)
          .andExpect(jsonPath("$.progress").value(step.split(" ")[1]))
          .andExpect(jsonPath("$.length()").value(4));
    }
  }

  @Test
  void opensTheReporterForAReasonThatIsWrittenDown() throws Exception {
    String receipt = receiptOf(send(NET));
    place(finding(), "431127");
    post(receipt + "/reporter", "{}").andExpect(status().isBadRequest());
    assertThat(openings.list("public-report/" + receipt)).isEmpty();
    post(receipt + "/reporter", "{\"reason\":\"回访\"}")
        .andExpect(jsonPath("$.name").value("王小明"))
        .andExpect(jsonPath("$.phone").value("13812345678"));
    assertThat(openings.list("public-report/" + receipt)).hasSize(1);
    assertThatThrownBy(() -> jdbc.sql("DELETE FROM identity_opening").update())
        .isInstanceOf(DataAccessException.class);
    mvc = as(new Person("dao", "道县", Set.of(Role.FORESTRY), Set.of("431124")));
    post(receipt + "/reporter", "{\"reason\":\"看看\"}").andExpect(status().isNotFound());
    mvc.perform(get(API)).andExpect(jsonPath("$.items", hasSize(0)));
    mvc = as(new Person("lan", "蓝山", Set.of(Role.FORESTRY), Set.of("431127")));
    post(receipt + "/reporter", "{\"reason\":\"回访\"}").andExpect(status().isOk());
    mvc.perform(get(API))
        .andExpect(jsonPath("$.items[0].hasReporter").value(true))
        .andExpect(jsonPath("$.items[0].record").value("finding/" + finding().findingID()));
  }

  @Test
  void takesDeadBirdsAndBirdsThatWereSeen() throws Exception {
    send("{\"about\":\"casualty\",\"time\":\"2026-11-21T20:00:00+08:00\",\"county\":\"431103\",\"dead\":3}")
        .andExpect(status().isAccepted());
    send("{\"about\":\"sighting\",\"time\":\"2026-11-21T20:00:00+08:00\",\"species\":\"Ardea cinerea\","
            + "\"position\":{\"type\":\"Point\",\"coordinates\":[111.6,26.4]},\"count\":2}")
        .andExpect(status().isAccepted());
    assertThat(door.entries())
        .extracting(entry -> entry.topic())
        .containsExactly("casualties", "occurrences");
  }

  @Test
  void saysWhatIsWrongInTheWordsOfTheForm() throws Exception {
    send("{\"about\":\"rumour\"}")
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.errors[0].rule").value("unknown-about"));
    send("{\"about\":\"sighting\",\"species\":\"x\",\"time\":\"yesterday\","
            + "\"position\":{\"type\":\"Point\",\"coordinates\":[111.6,26.4]}}")
        .andExpect(jsonPath("$.errors[0].field").value("time"));
    send("{\"about\":\"sighting\"}").andExpect(jsonPath("$.errors[0].field").value("species"));
    send("{\"about\":\"casualty\",\"time\":\"2026-11-21T20:00:00+08:00\",\"county\":\"431103\"}")
        .andExpect(jsonPath("$.errors[0].rule").value("numbers-missing"));
    send("{\"about\":\"conduct\",\"about\":\"casualty\"}").andExpect(status().isBadRequest());
    send("{\"about\":\"conduct\",\"reporter\":\"me\"}")
        .andExpect(jsonPath("$.errors[0].rule").value("wrong-type"));
    send("x".repeat(5000)).andExpect(status().isContentTooLarge());
    mvc.perform(MockMvcRequestBuilders.post(API).contentType("text/plain").content("net"))
        .andExpect(status().isUnsupportedMediaType());
  }

  @Test
  void keepsThePhotosThatComeWithIt() throws Exception {
    sendWithFiles(NET, Photos.jpegWithPlace()).andExpect(status().isAccepted());
    assertThat(finding().attachments()).hasSize(1).allMatch(door::keeps);
    sendWithFiles(NET, "MZ no photo".getBytes(StandardCharsets.UTF_8))
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.errors[0].rule").value("unknown-attachment-type"));
  }

  @Test
  void asksWhoComesTooOftenToWait() throws Exception {
    limits = new AddressLimits(new LimitSettings(2, 1, 100, 10));
    mvc = as(AlertsFixture.OPERATOR);
    send(NET).andExpect(status().isAccepted());
    send("{").andExpect(status().isBadRequest());
    send(NET).andExpect(status().isTooManyRequests()).andExpect(header().exists("Retry-After"));
    ask("nonsense").andExpect(status().isNotFound());
    ask("nonsense").andExpect(status().isTooManyRequests());
  }

  @Test
  void countsAHouseholdsIpv6AddressesAsOne() {
    assertThat(AddressLimits.network("2001:db8:1:2::1"))
        .isEqualTo(AddressLimits.network("2001:db8:1:2:ffff::9"))
        .isNotEqualTo(AddressLimits.network("2001:db8:1:3::1"));
    assertThat(AddressLimits.network("10.0.0.1")).isNotEqualTo(AddressLimits.network("10.0.0.2"));
  }

  @Test
  void closesWhatNoAlertCloses() throws Exception {
    String receipt = receiptOf(send(NET));
    post(receipt + "/close", "{}").andExpect(status().isBadRequest());
    post(receipt + "/close", "{\"note\":\"查无此事\"}").andExpect(status().isOk());
    ask(receipt).andExpect(jsonPath("$.progress").value("closed"));
    post(receipt + "/close", "{\"note\":\"再结\"}").andExpect(status().isConflict());
  }

  private Finding finding() {
    return door.entries().stream()
        .map(entry -> entry.value())
        .filter(Finding.class::isInstance)
        .map(Finding.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private void place(Finding finding, String county) {
    series.findings().write(List.of(new PlacedFinding(finding, new Placement(county, List.of()))));
  }

  private static Alert alertOn(String record) {
    Alert net = Cases.at("A", Cases.RAISED, new Position(111.6, 26.4));
    return new Alert(
        net.id(),
        net.kind(),
        net.grade(),
        net.item(),
        net.conduct(),
        net.time(),
        net.raisedAt(),
        net.county(),
        net.zones(),
        net.position(),
        null,
        net.department(),
        net.legal(),
        List.of(new Ground("线索", "finding", record)),
        net.rule(),
        false,
        true);
  }

  private ResultActions send(String json) throws Exception {
    return mvc.perform(
        MockMvcRequestBuilders.post(API)
            .locale(Locale.CHINA)
            .contentType(MediaType.APPLICATION_JSON)
            .content(json.getBytes(StandardCharsets.UTF_8)));
  }

  private ResultActions sendWithFiles(String json, byte[] file) throws Exception {
    var body = new ByteArrayOutputStream();
    body.writeBytes(
        ("--b\r\nContent-Disposition: form-data; name=\"report\"\r\n\r\n" + json + "\r\n")
            .getBytes(StandardCharsets.UTF_8));
    body.writeBytes(
        "--b\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"a.jpg\"\r\n\r\n"
            .getBytes(StandardCharsets.UTF_8));
    body.writeBytes(file);
    body.writeBytes("\r\n--b--\r\n".getBytes(StandardCharsets.UTF_8));
    return mvc.perform(
        MockMvcRequestBuilders.post(API)
            .contentType("multipart/form-data; boundary=b")
            .content(body.toByteArray()));
  }

  private ResultActions post(String path, String json) throws Exception {
    return mvc.perform(
        MockMvcRequestBuilders.post(API + "/" + path)
            .contentType(MediaType.APPLICATION_JSON)
            .content(json.getBytes(StandardCharsets.UTF_8)));
  }

  private ResultActions ask(String receipt) throws Exception {
    return mvc.perform(get(API + "/" + receipt).locale(Locale.CHINA));
  }

  private static String receiptOf(ResultActions answer) throws Exception {
    byte[] json = answer.andReturn().getResponse().getContentAsByteArray();
    return Json.MAPPER.readTree(json).path("receipt").asString();
  }
}
