package hongyan.service.access;

import hongyan.geo.law.Grade;
import hongyan.geo.place.Position;
import hongyan.geo.zones.Placement;
import hongyan.pipelines.alerts.Alert;
import hongyan.pipelines.alerts.AlertKind;
import hongyan.pipelines.alerts.Ground;
import hongyan.pipelines.alerts.RuleRef;
import hongyan.pipelines.birds.Occurrence;
import hongyan.pipelines.birds.PlacedOccurrence;
import hongyan.pipelines.findings.Finding;
import hongyan.pipelines.findings.PlacedFinding;
import hongyan.pipelines.records.Former;
import hongyan.pipelines.records.Json;
import hongyan.pipelines.records.Receipt;
import hongyan.pipelines.series.SeriesStore;
import hongyan.service.alerts.AlertsFixture;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of one county, put into the stores of a service as the pipelines would. */
final class Rows {
  /** Where they lie, and a county where they do not. */
  static final String OWN = "431127";

  static final String OTHER = "431102";

  /** Is in every row of the county. */
  static final String MARK = "row-of-a-county";

  static final String REPORTER = "王小二 13900000000";
  static final String ALERT = "violation-example-1";
  private static final Instant TIME = Instant.parse("2025-10-22T12:00:00Z");
  private static final Position PLACE = new Position(112.2, 25.4);

  private Rows() {}

  static void put(ServiceForTests service) {
    SeriesStore series = service.bean(SeriesStore.class);
    Placement place = new Placement(OWN, List.of());
    series.occurrences().write(List.of(new PlacedOccurrence(occurrence(), place)));
    series.findings().write(List.of(new PlacedFinding(finding(), place)));
    series
        .former()
        .write(
            List.of(new Former("finding", MARK, TIME, Json.MAPPER.writeValueAsString(finding()))));
    new AlertsFixture(service.bean(JdbcClient.class)).save(alert(ALERT, OWN));
  }

  static Alert alert(String id, @Nullable String county) {
    return new Alert(
        id,
        AlertKind.VIOLATION,
        Grade.GRAVE,
        1,
        "net",
        TIME,
        TIME,
        county,
        List.of(),
        PLACE,
        MARK,
        "forestry",
        null,
        List.of(new Ground("线索", "finding", "finding/" + MARK)),
        new RuleRef("article-7", "1"),
        false,
        true);
  }

  private static Finding finding() {
    return new Finding(
        MARK,
        "net",
        TIME,
        PLACE,
        OWN,
        null,
        null,
        null,
        null,
        "public",
        "x",
        REPORTER,
        null,
        receipt("{\"findingID\":\"%s\",\"reporter\":\"%s\"}".formatted(MARK, REPORTER)));
  }

  /** By its JSON, which stands more changes of the record than its constructor. */
  private static Occurrence occurrence() {
    return Json.MAPPER.convertValue(
        Map.of(
            "occurrenceID",
            MARK,
            "scientificName",
            "Anser cygnoid",
            "eventStart",
            TIME,
            "hourKnown",
            true,
            "position",
            PLACE,
            "occurrenceStatus",
            "present",
            "receipt",
            receipt("{}")),
        Occurrence.class);
  }

  private static Receipt receipt(String raw) {
    return new Receipt("http", TIME, null, "ab", 1, raw, 0);
  }
}
