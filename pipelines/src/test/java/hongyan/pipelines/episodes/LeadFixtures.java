package hongyan.pipelines.episodes;

import hongyan.geo.law.Grade;
import hongyan.geo.place.Position;
import hongyan.pipelines.alerts.Alert;
import hongyan.pipelines.alerts.AlertKind;
import hongyan.pipelines.alerts.Ground;
import hongyan.pipelines.alerts.Lead;
import hongyan.pipelines.alerts.RuleRef;
import hongyan.pipelines.records.RecordFixtures;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Leads of an October night on a pass. */
public final class LeadFixtures {

  public static final Position PASS = new Position(112.126, 25.094);
  private static final String NIGHT = "2025-10-22T%s:00+08:00";

  private LeadFixtures() {}

  /** A serious lead {@code metres} north of the pass at {@code clock}, HH:mm. */
  public static Lead lead(String id, String conduct, String evidence, String clock, double metres) {
    return lead(id, conduct, evidence, RecordFixtures.time(NIGHT.formatted(clock)), metres, null);
  }

  public static Lead lead(
      String id,
      String conduct,
      String evidence,
      Instant time,
      double metres,
      @Nullable Double confidence) {
    Alert alert =
        new Alert(
                "violation-" + id,
                AlertKind.VIOLATION,
                Grade.SERIOUS,
                1,
                conduct,
                time,
                time.plusSeconds(60),
                "431127",
                List.of(),
                new Position(PASS.lon(), PASS.lat() + metres / 110_800),
                null,
                "forestry",
                null,
                List.of(new Ground("线索上报 " + id, "finding " + id, "finding/" + id)),
                new RuleRef("article-7", "1"),
                false,
                true)
            .stated(confidence);
    return Lead.of(alert, evidence);
  }

  static Lead stating(Lead lead, double confidence) {
    return lead.with(lead.alert().stated(confidence));
  }

  static Lead weak(Lead lead) {
    return new Lead(lead.alert(), lead.evidence(), false, null);
  }

  static Lead ofSeller(Lead lead, String seller) {
    return new Lead(lead.alert(), lead.evidence(), lead.alone(), seller);
  }

  static Lead takenBack(Lead lead) {
    return lead.with(lead.alert().withdrawn(new Ground("更正", "corrected", null)));
  }
}
