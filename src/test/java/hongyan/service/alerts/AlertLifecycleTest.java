package hongyan.service.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import hongyan.pipelines.alerts.Ground;
import hongyan.service.accounts.Person;
import hongyan.service.accounts.Role;
import hongyan.service.database.OnBothDatabases;
import hongyan.service.database.ServiceDatabase;
import hongyan.service.errors.ErrorsFixture;
import hongyan.service.history.ChainCheck;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** Alerts in the hands of people and of the clock, over HTTP on a database in a folder. */
@OnBothDatabases
class AlertLifecycleTest {
  private static final String API = "/api/v1/alerts";
  private static final Ground FALLEN = new Ground("依据已不成立", "no longer supported", null);

  @TempDir private Path folder;
  private final Cases.Moving clock = new Cases.Moving();
  private JdbcClient jdbc;
  private AlertsFixture alerts;
  private MockMvc mvc;

  @BeforeEach
  void open() {
    jdbc = Cases.database(folder);
    reopen();
  }

  private void reopen() {
    alerts = new AlertsFixture(jdbc, clock);
    mvc = as(AlertsFixture.OPERATOR);
  }

  private MockMvc as(Person who) {
    return MockMvcBuilders.standaloneSetup(alerts.controller(who), alerts.historyController())
        .setControllerAdvice(ErrorsFixture.advice())
        .build();
  }

  @Test
  void liesAtTheCountysOfficeWithADeadline() throws Exception {
    alerts.save(Cases.net("a"));
    ask("/a")
        .andExpect(jsonPath("$.office.name").value("蓝山县林业局"))
        .andExpect(jsonPath("$.office.scope").value("county"))
        .andExpect(jsonPath("$.beside[0].name").value("蓝山县公安局"))
        .andExpect(jsonPath("$.deadline").exists())
        .andExpect(jsonPath("$.quiet").value(false))
        .andExpect(jsonPath("$.light").value("green"));
    clock.move(Duration.ofMinutes(60));
    ask("/a").andExpect(jsonPath("$.light").value("yellow"));
    ask("?light=yellow").andExpect(jsonPath("$.items", hasSize(1)));
    ask("?light=red").andExpect(jsonPath("$.items", hasSize(0)));
    clock.move(Duration.ofMinutes(60));
    ask("/a").andExpect(jsonPath("$.light").value("red"));
    ask("?light=red").andExpect(jsonPath("$.items", hasSize(1)));
    ask("?light=blue").andExpect(status().isBadRequest());
  }

  @Test
  void goesUpOnceForEachDeadlineHoweverOftenTheBeatComes() throws Exception {
    alerts.save(Cases.net("a"));
    clock.move(Duration.ofMinutes(119));
    alerts.beat();
    ask("/a").andExpect(jsonPath("$.escalations").value(0));
    clock.move(Duration.ofMinutes(1));
    alerts.beat();
    alerts.beat();
    ask("/a")
        .andExpect(jsonPath("$.level").value(1))
        .andExpect(jsonPath("$.office.name").value("永州市林业局"))
        .andExpect(jsonPath("$.history", hasSize(2)))
        .andExpect(jsonPath("$.history[1].who").value("platform"))
        .andExpect(jsonPath("$.history[1].action").value("escalated"))
        .andExpect(jsonPath("$.history[1].note", containsString("永州市林业局")));
    ask("/workload")
        .andExpect(jsonPath("$[0].office.name").value("永州市林业局"))
        .andExpect(jsonPath("$[0].red").value(1))
        .andExpect(jsonPath("$[0].escalated").value(1));
  }

  @Test
  void goesOnGoingUpAfterARestart() throws Exception {
    alerts.save(Cases.net("a"));
    clock.move(Duration.ofDays(3));
    reopen();
    alerts.beat();
    reopen();
    alerts.beat();
    alerts.beat();
    ask("/a")
        .andExpect(jsonPath("$.level").value(2))
        .andExpect(jsonPath("$.escalations").value(2))
        .andExpect(jsonPath("$.office.name").value("永州市人民政府"));
    send("/a/transitions", "{\"to\":\"acknowledged\"}")
        .andExpect(jsonPath("$.level").value(0))
        .andExpect(jsonPath("$.escalations").value(2))
        .andExpect(jsonPath("$.light").value("green"));
    ask("?escalated=true").andExpect(jsonPath("$.items", hasSize(1)));
  }

  @Test
  void isQuietWhereAPermitCoversIt() throws Exception {
    alerts.save(Cases.permitted("p", "P1"));
    clock.move(Duration.ofDays(100));
    alerts.beat();
    ask("/p")
        .andExpect(jsonPath("$.quiet").value(true))
        .andExpect(jsonPath("$.authorised").value(true))
        .andExpect(jsonPath("$.deadline").doesNotExist())
        .andExpect(jsonPath("$.escalations").value(0));
    assertThat(alerts.permitUse().of("P1").times()).isEqualTo(1);
    assertThat(alerts.permitUse().of("P2").times()).isZero();
    alerts.save(Cases.permitted("p", "P1").withdrawn(FALLEN));
    assertThat(alerts.permitUse().list()).isEmpty();
  }

  @Test
  void mergesAndSplitsByHand() throws Exception {
    alerts.save(Cases.net("a"));
    alerts.save(Cases.net("b"));
    alerts.save(Cases.net("c"));
    send("/a/merge", "{\"into\":\"b\"}").andExpect(status().isBadRequest());
    send("/a/merge", "{\"into\":\"a\",\"note\":\"x\"}").andExpect(status().isConflict());
    send("/a/merge", "{\"into\":\"b\",\"note\":\"同一张网\"}")
        .andExpect(jsonPath("$.mergedInto").value("b"))
        .andExpect(jsonPath("$.quiet").value(true))
        .andExpect(jsonPath("$.light").doesNotExist());
    ask("/b")
        .andExpect(jsonPath("$.merged", contains("a")))
        .andExpect(jsonPath("$.history[1].action").value("took-in"))
        .andExpect(jsonPath("$.history[1].other").value("a"));
    ask("?merged=false").andExpect(jsonPath("$.items", hasSize(2)));
    send("/a/transitions", "{\"to\":\"acknowledged\"}")
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.detail", containsString("allowed: [split]")));
    send("/c/merge", "{\"into\":\"a\",\"note\":\"x\"}").andExpect(status().isConflict());
    send("/b/merge", "{\"into\":\"c\",\"note\":\"x\"}").andExpect(status().isConflict());
    clock.move(Duration.ofDays(9));
    alerts.beat();
    ask("/a").andExpect(jsonPath("$.escalations").value(0));
    send("/a/split", "{\"note\":\"看错了\"}")
        .andExpect(jsonPath("$.mergedInto").doesNotExist())
        .andExpect(jsonPath("$.light").value("red"))
        .andExpect(jsonPath("$.history[*].action", contains("raised", "merged", "split")));
    ask("/b").andExpect(jsonPath("$.merged", hasSize(0)));
    send("/a/split", "{\"note\":\"x\"}").andExpect(status().isConflict());
  }

  @Test
  void saysPlainlyThatARecordFellAfterPeopleConfirmed() throws Exception {
    alerts.save(Cases.net("a"));
    for (String to : new String[] {"acknowledged", "dispatched", "confirmed"}) {
      send("/a/transitions", "{\"to\":\"%s\"}".formatted(to)).andExpect(status().isOk());
    }
    ask("/a").andExpect(jsonPath("$.contradiction").doesNotExist());
    alerts.save(Cases.net("a").withdrawn(FALLEN));
    ask("/a")
        .andExpect(jsonPath("$.state").value("confirmed"))
        .andExpect(jsonPath("$.supported").value(false))
        .andExpect(jsonPath("$.contradiction", containsString("请复核")))
        .andExpect(jsonPath("$.history[4].action").value("support-lost"));
    alerts.save(Cases.net("b"));
    alerts.save(Cases.net("b").withdrawn(FALLEN));
    ask("/b")
        .andExpect(jsonPath("$.contradiction").doesNotExist())
        .andExpect(jsonPath("$.deadline").doesNotExist());
  }

  @Test
  void letsInspectorsAndOtherCountiesChangeNothing() throws Exception {
    alerts.save(Cases.net("a"));
    mvc = as(new Person("inspector", "督察", Set.of(Role.INSPECTOR), Set.of()));
    send("/a/transitions", "{\"to\":\"acknowledged\"}").andExpect(status().isForbidden());
    mvc = as(new Person("dao", "道县", Set.of(Role.FORESTRY), Set.of("431124")));
    send("/a/transitions", "{\"to\":\"acknowledged\"}").andExpect(status().isNotFound());
    ask("/a").andExpect(status().isNotFound());
    mvc = as(new Person("lanshan", "蓝山", Set.of(Role.FORESTRY), Set.of("431127")));
    send("/a/transitions", "{\"to\":\"acknowledged\"}")
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.history[1].who").value("lanshan"));
  }

  @Test
  void refusesAStepAndSaysWhichAreAllowed() throws Exception {
    alerts.save(Cases.net("a"));
    send("/a/transitions", "{\"to\":\"closed\"}")
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.detail", containsString("allowed: [acknowledged]")));
    send("/a/transitions", "{\"to\":\"done\"}").andExpect(status().isBadRequest());
    send("/x/transitions", "{\"to\":\"closed\"}").andExpect(status().isNotFound());
  }

  @Test
  void keepsAHistoryThatTheDatabaseRefusesToChange() {
    alerts.save(Cases.net("a"));
    assertThatThrownBy(() -> jdbc.sql("UPDATE alert_history SET who = 'x'").update())
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("append only");
    assertThatThrownBy(() -> jdbc.sql("DELETE FROM alert_history").update())
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("append only");
  }

  @Test
  void findsTheFirstEntryThatSomebodyForged() throws Exception {
    for (String id : new String[] {"a", "b", "c", "d"}) {
      alerts.save(Cases.net(id));
    }
    String head = alerts.history().check(null).head();
    assertThat(alerts.history().check(head).whole()).isTrue();
    ServiceDatabase.dropTrigger(jdbc, "alert_history_stays", "alert_history");
    jdbc.sql("UPDATE alert_history SET note = 'bribed' WHERE alert_id = 'b'").update();
    ask("/history/check")
        .andExpect(jsonPath("$.whole").value(false))
        .andExpect(jsonPath("$.firstBroken.alert").value("b"))
        .andExpect(jsonPath("$.firstBroken.entry").value(2));
    jdbc.sql("UPDATE alert_history SET note = NULL WHERE alert_id = 'b'").update();
    ServiceDatabase.dropTrigger(jdbc, "alert_history_is_kept", "alert_history");
    jdbc.sql("DELETE FROM alert_history WHERE alert_id = 'd'").update();
    ChainCheck cut = alerts.history().check(head);
    assertThat(cut.whole()).isTrue();
    assertThat(cut.knowsHead()).isFalse();
    jdbc.sql("DELETE FROM alert_history WHERE alert_id = 'b'").update();
    assertThat(alerts.history().check(null).firstBroken())
        .extracting(ChainCheck.Broken::alert)
        .isEqualTo("c");
  }

  @Test
  void chainsTheHistoryThatWasThereBefore() {
    alerts.save(Cases.net("a"));
    jdbc.sql(
            "INSERT INTO alert_history (alert_id, at, who, to_state) VALUES ('a', 5, 'old', 'new')")
        .update();
    assertThat(alerts.history().check(null).whole()).isFalse();
    reopen();
    assertThat(alerts.history().check(null).whole()).isTrue();
    assertThat(alerts.history().check(null).entries()).isEqualTo(2);
  }

  private ResultActions ask(String path) throws Exception {
    return mvc.perform(
        get(API + path).locale(Locale.CHINA).characterEncoding(StandardCharsets.UTF_8));
  }

  private ResultActions send(String path, String json) throws Exception {
    return mvc.perform(
        post(API + path)
            .contentType(MediaType.APPLICATION_JSON)
            .characterEncoding(StandardCharsets.UTF_8)
            .content(json));
  }
}
