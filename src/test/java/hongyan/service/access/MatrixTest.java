package hongyan.service.access;

import static org.assertj.core.api.Assertions.assertThat;

import hongyan.service.accounts.Permission;
import hongyan.service.accounts.Permissions;
import hongyan.service.accounts.Person;
import hongyan.service.accounts.Role;
import hongyan.service.database.OnBothDatabases;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Every role × own county, other county, none × every operation of the OpenAPI document, against
 * the table of permissions: who may gets in, who may not does not, and nobody sees a row of a
 * county that is not theirs.
 */
@OnBothDatabases
class MatrixTest {
  private static final String TABLE = "src/main/resources/accounts/permissions.csv";

  /** What a person's own session may, and no token. */
  private static final Set<String> OWN_SESSION =
      Set.of(
          "PUT /api/v1/session/password",
          "POST /api/v1/session/second-factor",
          "POST /api/v1/session/second-factor/confirmation");

  /** What moves an alert on, for which its kind counts too. */
  private static final Set<String> MOVES =
      Set.of(
          "POST /api/v1/alerts/{id}/transitions",
          "POST /api/v1/alerts/{id}/merge",
          "POST /api/v1/alerts/{id}/split");

  /** Open to everybody who has the code. */
  private static final String BY_CODE = "POST /api/v1/session/setup";

  private static ServiceForTests service;
  private static JsonNode document;
  private static Permissions permissions;

  /** Somebody who asks, as the service knows them. */
  private record Caller(String words, Person person, Asker asker) {}

  /** One operation of the document, with an address that can be asked. */
  private record Operation(String method, String path, String address) {
    String name() {
      return method + " " + path;
    }

    boolean endless() {
      return path.endsWith("/stream");
    }
  }

  @BeforeAll
  static void start() {
    service = ServiceForTests.shared();
    Rows.put(service);
    document = service.nobody().get("/v3/api-docs").json();
    permissions = service.bean(Permissions.class);
  }

  @Test
  void hasALineForEveryOperation() {
    List<String> missing =
        operations().stream()
            .filter(one -> permissions.find(one.method(), one.path()).isEmpty())
            .map(one -> one.method() + "," + one.path() + ",ROLES,any|own|city,yes|no")
            .toList();
    assertThat(missing)
        .as(
            "operations without a line in %s, which nobody may use: add these lines, with the roles"
                + " that may (public: everybody), what counties have to do with it, and whether it"
                + " is audited; the head of the file explains the columns",
            TABLE)
        .isEmpty();
  }

  @Test
  void hasNoLineForAnOperationThatThereIsNot() {
    Set<String> there = Set.copyOf(operations().stream().map(Operation::name).toList());
    List<String> stale =
        permissions.list().stream()
            .filter(line -> line.path().getPatternString().startsWith("/api/"))
            .map(Permission::operation)
            .filter(name -> !there.contains(name))
            .toList();
    assertThat(stale).as("lines of %s for operations that are not there", TABLE).isEmpty();
  }

  @Test
  void letsInWhoMayAndNobodyElse() {
    List<String> wrong = new ArrayList<>();
    for (Caller caller : callers()) {
      for (Operation operation : operations()) {
        String fault = fault(caller, operation);
        if (fault != null) {
          wrong.add("%s by %s: %s".formatted(operation.name(), caller.words(), fault));
        }
      }
    }
    assertThat(wrong).as("what the service does, against %s", TABLE).isEmpty();
  }

  private static @Nullable String fault(Caller caller, Operation operation) {
    int status = status(caller.asker(), operation);
    if (status >= 500) {
      return "answered " + status;
    }
    boolean in = status != 401 && status != 403;
    boolean may = may(caller.person(), operation);
    if (operation.name().equals(BY_CODE)) {
      return status == 403 || status == 429
          ? null
          : "answered %d without the code".formatted(status);
    }
    if (in != may) {
      return "answered %d, but the table says %s".formatted(status, may ? "yes" : "no");
    }
    boolean stranger = caller.person().isNobody();
    return !may && stranger != (status == 401) ? "answered " + status : null;
  }

  private static boolean may(Person person, Operation operation) {
    boolean line =
        permissions
            .find(operation.method(), operation.path())
            .map(found -> found.allows(person))
            .orElse(false);
    if (MOVES.contains(operation.name())) {
      // The alert of the example is a lead; of another county, it is not there: 404.
      boolean there = person.sees(Rows.OWN);
      return line && (!there || permissions.allows(person, "move-alert/violation"));
    }
    return line && !OWN_SESSION.contains(operation.name());
  }

  @Test
  void showsNobodyTheRowsOfACountyThatIsNotTheirs() {
    Set<String> known = Set.of("findings", "occurrences", "alerts", "alerts.geojson");
    List<String> shown = new ArrayList<>();
    List<String> wrong = new ArrayList<>();
    for (Operation operation : operations()) {
      if (!operation.method().equals("GET") || operation.endless()) {
        continue;
      }
      if (!service.everything().get(operation.address()).text().contains(Rows.MARK)) {
        continue;
      }
      shown.add(operation.path());
      for (Caller caller : callers()) {
        Asker.Answer answer = caller.asker().get(operation.address());
        boolean sees = answer.text().contains(Rows.MARK);
        boolean may = may(caller.person(), operation) && caller.person().sees(Rows.OWN);
        if (sees != may) {
          wrong.add(
              "%s %s the row to %s"
                  .formatted(operation.name(), sees ? "shows" : "hides", caller.words()));
        }
      }
    }
    assertThat(shown).containsAll(known.stream().map(name -> "/api/v1/" + name).toList());
    assertThat(wrong)
        .as("rows of %s; a question for rows takes the scope of who asks", Rows.OWN)
        .isEmpty();
  }

  @Test
  void hidesTheReporterFromWhoMayNotKnow() {
    List<String> told = new ArrayList<>();
    List<String> wrong = new ArrayList<>();
    for (Operation operation : operations()) {
      if (!operation.method().equals("GET")
          || operation.endless()
          || !service.everything().get(reporterAddress(operation)).text().contains(Rows.REPORTER)) {
        continue;
      }
      told.add(operation.path());
      for (Caller caller : callers()) {
        String text = caller.asker().get(reporterAddress(operation)).text();
        boolean sees = text.contains(Rows.REPORTER);
        boolean may =
            permissions.allows(caller.person(), "reporter") && caller.person().sees(Rows.OWN);
        if (sees && !may) {
          wrong.add(operation.name() + " tells " + caller.words());
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(told).contains("/api/v1/findings", "/api/v1/records/former");
    Asker forester = service.token(Role.FORESTRY, Rows.OWN);
    assertThat(forester.get("/api/v1/findings").text()).contains(Rows.REPORTER);
    Asker environment = service.token(Role.ENVIRONMENT, Rows.OWN);
    assertThat(environment.get("/api/v1/findings").text()).contains(Rows.MARK);
  }

  /** The example of the former versions asks for a reading. */
  private static String reporterAddress(Operation operation) {
    return operation.path().endsWith("/records/former")
        ? "/api/v1/records/former?kind=finding&identity=" + Rows.MARK
        : operation.address();
  }

  private static int status(Asker asker, Operation operation) {
    if (!operation.endless()) {
      return operation.method().equals("GET")
          ? asker.get(operation.address()).status()
          : asker.send(operation.method(), operation.address(), "{}").status();
    }
    HttpResponse<InputStream> open = asker.open(operation.address());
    try {
      open.body().close();
    } catch (IOException closedAlready) {
      // All that was wanted is the status.
    }
    return open.statusCode();
  }

  private static List<Caller> callers() {
    if (CALLERS.isEmpty()) {
      CALLERS.add(new Caller("nobody", Person.NOBODY, service.nobody()));
      for (Role role : Role.values()) {
        CALLERS.add(caller(role));
        CALLERS.add(caller(role, Rows.OWN));
        CALLERS.add(caller(role, Rows.OTHER));
      }
    }
    return CALLERS;
  }

  private static final List<Caller> CALLERS = new ArrayList<>();

  private static Caller caller(Role role, String... counties) {
    Person person = new Person("t", "t", Set.of(role), Set.of(counties));
    String where = counties.length == 0 ? "of the whole city" : "of " + counties[0];
    return new Caller(role.code() + " " + where, person, service.token(role, counties));
  }

  private static List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : document.get("paths").properties()) {
      for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
        operations.add(
            new Operation(
                method.getKey().toUpperCase(Locale.ROOT),
                path.getKey(),
                address(path.getKey(), method.getValue())));
      }
    }
    return operations;
  }

  private static String address(String path, JsonNode operation) {
    String address = path;
    StringJoiner query = new StringJoiner("&", "?", "");
    for (JsonNode parameter : operation.path("parameters")) {
      String name = parameter.get("name").asString();
      String example =
          URLEncoder.encode(parameter.path("example").asString("x"), StandardCharsets.UTF_8);
      if (parameter.get("in").asString().equals("path")) {
        address = address.replace("{" + name + "}", example);
      } else if (parameter.path("required").asBoolean(false)) {
        query.add(name + "=" + example);
      }
    }
    return query.length() > 1 ? address + query : address;
  }
}
