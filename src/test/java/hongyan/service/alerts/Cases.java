package hongyan.service.alerts;

import hongyan.geo.law.Grade;
import hongyan.geo.place.Position;
import hongyan.pipelines.alerts.Alert;
import hongyan.pipelines.alerts.AlertKind;
import hongyan.pipelines.alerts.Ground;
import hongyan.pipelines.alerts.Legal;
import hongyan.pipelines.alerts.RuleRef;
import hongyan.service.database.ServiceDatabase;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Alerts for tests, a database in a folder, and a clock that can be moved. */
public final class Cases {
  public static final Instant RAISED = Instant.parse("2025-10-22T02:00:00Z");
  public static final Position PASS = new Position(112.15, 25.10);

  private Cases() {}

  /** A clock that stands until it is moved. */
  public static final class Moving extends Clock {
    private Instant now = RAISED;

    public void move(Duration by) {
      now = now.plus(by);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  /** Opens the database of a folder, with all its tables. */
  public static JdbcClient database(Path folder) {
    return ServiceDatabase.in(folder).jdbc();
  }

  /** A grave suspected violation at the pass, raised at {@link #RAISED}. */
  public static Alert net(String id) {
    return at(id, RAISED, PASS);
  }

  /** The same of another time and place. */
  public static Alert at(String id, Instant time, Position position) {
    return new Alert(
        id,
        AlertKind.VIOLATION,
        Grade.GRAVE,
        1,
        "net",
        time,
        RAISED,
        "431127",
        List.of(),
        position,
        null,
        "forestry",
        new Legal("永州市候鸟保护若干规定", 7, 1, "…"),
        List.of(new Ground("线索上报", "finding", "finding/" + id)),
        new RuleRef("article-7", "1"),
        false,
        true);
  }

  /** The same as an authorised one. */
  public static Alert permitted(String id, String permit) {
    Alert alert = net(id);
    return new Alert(
        id,
        alert.kind(),
        Grade.NOTICE,
        alert.item(),
        alert.conduct(),
        alert.time(),
        alert.raisedAt(),
        alert.county(),
        alert.zones(),
        alert.position(),
        null,
        alert.department(),
        alert.legal(),
        List.of(new Ground("许可", "permit", "permit/" + permit)),
        alert.rule(),
        true,
        true);
  }
}
