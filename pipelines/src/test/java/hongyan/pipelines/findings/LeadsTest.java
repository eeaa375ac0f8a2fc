package hongyan.pipelines.findings;

import static hongyan.pipelines.records.RecordFixtures.IN_FLYWAY;
import static hongyan.pipelines.records.RecordFixtures.RIDGE;
import static hongyan.pipelines.records.RecordFixtures.finding;
import static org.assertj.core.api.Assertions.assertThat;

import hongyan.geo.city.City;
import hongyan.geo.law.Grade;
import hongyan.geo.law.Permit;
import hongyan.geo.zones.Placement;
import hongyan.pipelines.alerts.Alert;
import hongyan.pipelines.alerts.Ground;
import hongyan.pipelines.alerts.Lead;
import hongyan.pipelines.reference.Reference;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LeadsTest {

  private static final Leads LEADS = Leads.load("2025-01-01");
  private static final String EVENING = "2025-10-22T20:00:00+08:00";
  private static final Placement OPEN_COUNTRY = new Placement("431127", List.of());
  private static final Reference NO_PERMITS = reference();

  @Test
  void makesANetInsideAFlywayInSeasonGrave() {
    Alert alert = judge("net", IN_FLYWAY, null, NO_PERMITS, null);
    assertThat(alert.id()).isEqualTo("violation-F1");
    assertThat(alert.grade()).isEqualTo(Grade.GRAVE);
    assertThat(alert.item()).isEqualTo(1);
    assertThat(alert.legal()).isNotNull();
    assertThat(alert.grounds()).extracting("record").contains("finding/F1", "zone/flyway-1/1");
  }

  @Test
  void marksWhatAPermitCovers() {
    var permit =
        new Permit(
            "P1",
            "a ringing station",
            List.of("net"),
            Instant.EPOCH,
            Instant.parse("2030-01-01T00:00:00Z"),
            null,
            null,
            RIDGE,
            500.0,
            List.of(),
            null,
            "banding");
    Alert alert = judge("net", IN_FLYWAY, null, reference(permit), null);
    assertThat(alert.authorised()).isTrue();
    assertThat(alert.grounds()).extracting("record").contains("permit/P1");
  }

  @Test
  void saysWhyAPermitThatWasNamedDoesNotCoverIt() {
    Reference reference = reference(ringing("P1", "2025-01-01T00:00:00Z"));
    Alert alert = judgeClaim(reference, "P1", "somebody else");
    assertThat(alert.authorised()).isFalse();
    assertThat(alert.grounds())
        .extracting(Ground::factEn)
        .contains(
            "the permit P1 that was named does not cover it: it had run out, not done by its holder");
    assertThat(judgeClaim(reference, "P9", null).grounds())
        .extracting(Ground::factEn)
        .contains("the permit P9 that was named is not registered");
  }

  @Test
  void countsAPermitForItsHolderOnly() {
    Reference reference = reference(ringing("P1", "2030-01-01T00:00:00Z"));
    assertThat(judgeClaim(reference, "P1", "a ringing station").authorised()).isTrue();
    assertThat(judgeClaim(reference, null, null).authorised()).isTrue();
    assertThat(judgeClaim(reference, null, "somebody else").authorised()).isFalse();
  }

  @Test
  void isNotSilencedByAPermitWhereAStrangerReportsItAndNobodyClaimsLeave() {
    Reference reference = reference(ringing("P1", "2030-01-01T00:00:00Z"));
    Alert alert = judgeClaim("public", reference, null, null);
    assertThat(alert.authorised()).isFalse();
    assertThat(alert.grounds()).extracting(Ground::record).contains("permit/P1");
    assertThat(judgeClaim("public", reference, "P1", null).authorised()).isTrue();
  }

  private static Permit ringing(String id, String until) {
    return new Permit(
        id,
        "a ringing station",
        List.of("net"),
        Instant.EPOCH,
        Instant.parse(until),
        null,
        null,
        RIDGE,
        500.0,
        List.of(),
        null,
        "banding");
  }

  private static Alert judgeClaim(Reference reference, String permit, String holder) {
    return judgeClaim("patrol", reference, permit, holder);
  }

  private static Alert judgeClaim(
      String source, Reference reference, String permit, String holder) {
    Finding plain = finding("F1", "net", "2025-10-22T20:00:00+08:00", 1);
    var claimed =
        new Finding(
            plain.findingID(),
            plain.conduct(),
            plain.time(),
            plain.position(),
            null,
            null,
            null,
            null,
            null,
            source,
            plain.description(),
            null,
            null,
            plain.receipt(),
            List.of(),
            permit,
            holder,
            null,
            null);
    return LEADS
        .judge(new PlacedFinding(claimed, IN_FLYWAY), null, reference, null)
        .orElseThrow()
        .alert();
  }

  @Test
  void isNoLeadBeforeTheDateOfEffect() {
    var early = new PlacedFinding(finding("F1", "net", "2024-10-22T20:00:00+08:00", 1), IN_FLYWAY);
    assertThat(LEADS.judge(early, null, NO_PERMITS, null)).isEmpty();
  }

  @Test
  void becomesALeadWhenBirdsThatWereThereAreRecordedLater() {
    PlacedFinding placed =
        new PlacedFinding(finding("F1", "driving-away", EVENING, 1), OPEN_COUNTRY);
    Instant known = placed.finding().receipt().receivedAt().plusSeconds(600);
    assertThat(LEADS.judge(placed, birds(placed), NO_PERMITS, null)).isEmpty();
    Alert alert =
        LEADS.judge(placed, birds(placed, known, "o1"), NO_PERMITS, null).orElseThrow().alert();
    assertThat(alert.raisedAt()).isEqualTo(known);
    assertThat(alert.grounds()).extracting("record").contains("occurrence/o1");
  }

  @Test
  void withdrawsALeadOnceItsBirdsAreTakenBack() {
    PlacedFinding placed =
        new PlacedFinding(finding("F1", "driving-away", EVENING, 1), OPEN_COUNTRY);
    Alert alert =
        LEADS
            .judge(placed, birds(placed, Instant.EPOCH, "o1"), NO_PERMITS, null)
            .orElseThrow()
            .alert();
    Alert withdrawn = LEADS.judge(placed, birds(placed), NO_PERMITS, alert).orElseThrow().alert();
    assertThat(withdrawn.supported()).isFalse();
    assertThat(withdrawn.grounds()).hasSize(alert.grounds().size() + 1);
    assertThat(LEADS.judge(placed, birds(placed), NO_PERMITS, withdrawn).map(Lead::alert))
        .contains(withdrawn);
  }

  private static Alert judge(
      String conduct, Placement place, BirdsThere birds, Reference reference, Alert former) {
    return LEADS
        .judge(
            new PlacedFinding(finding("F1", conduct, EVENING, 1), place), birds, reference, former)
        .orElseThrow()
        .alert();
  }

  private static BirdsThere birds(PlacedFinding placed) {
    return new BirdsThere("F1", RIDGE, placed.finding().time(), List.of(), null);
  }

  private static BirdsThere birds(PlacedFinding placed, Instant known, String id) {
    return new BirdsThere("F1", RIDGE, placed.finding().time(), List.of(id), known);
  }

  private static Reference reference(Permit... permits) {
    return Reference.of(
        City.open("yongzhou").counties(), List.of(), List.of(), List.of(), List.of(permits));
  }
}
