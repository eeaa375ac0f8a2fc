package hongyan.service.alerts;

import hongyan.geo.place.CivilTime;
import hongyan.pipelines.alerts.Alert;
import hongyan.service.accounts.WhoAsks;
import hongyan.service.evidence.subject.EvidenceSubject;
import hongyan.service.evidence.subject.EvidenceSubject.Fact;
import hongyan.service.evidence.subject.EvidenceSubject.Step;
import hongyan.service.evidence.subject.EvidenceSubject.Version;
import hongyan.service.evidence.subject.EvidenceSubjects;
import hongyan.service.history.HistoryEntry;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Alerts as what an evidence package can be about. */
@Component
class AlertEvidence implements EvidenceSubjects {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(CivilTime.ZONE);

  private final AlertStore store;
  private final AlertViews views;
  private final WhoAsks whoAsks;

  AlertEvidence(AlertStore store, AlertViews views, WhoAsks whoAsks) {
    this.store = store;
    this.views = views;
    this.whoAsks = whoAsks;
  }

  @Override
  public String kind() {
    return "alerts";
  }

  @Override
  public Optional<EvidenceSubject> find(String id) {
    return store.find(whoAsks.get().scope(), id).map(this::subject);
  }

  private EvidenceSubject subject(StoredAlert stored) {
    Alert alert = stored.alert();
    return new EvidenceSubject(
        "alerts",
        alert.id(),
        "预警 " + alert.id(),
        alert.county(),
        alert.position(),
        facts(stored),
        AlertCounts.records(alert),
        List.of(),
        List.of(new Version(alert.rule().id(), alert.rule().version())),
        store.listHistory(alert.id()).stream().map(AlertEvidence::step).toList(),
        views.onItsPage(stored, Locale.SIMPLIFIED_CHINESE));
  }

  private static List<Fact> facts(StoredAlert stored) {
    Alert alert = stored.alert();
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("行为", alert.conduct()));
    facts.add(new Fact("发生时间", MINUTE.format(alert.time())));
    facts.add(new Fact("平台发现", MINUTE.format(alert.raisedAt())));
    facts.add(new Fact("县市区", Objects.requireNonNullElse(alert.county(), "—")));
    facts.add(new Fact("主管部门", Objects.requireNonNullElse(alert.department(), "—")));
    if (alert.legal() != null) {
      facts.add(
          new Fact(
              "可能适用",
              "%s 第%d条第%d项；%s"
                  .formatted(
                      alert.legal().regulation(),
                      alert.legal().article(),
                      alert.legal().item(),
                      alert.legal().consequence())));
    }
    facts.add(new Fact("处置状态", stored.state().code()));
    facts.add(new Fact("依据是否仍成立", alert.supported() ? "是" : "否：更正或补传的数据不再支持"));
    alert.grounds().forEach(ground -> facts.add(new Fact("依据", ground.fact())));
    return facts;
  }

  private static Step step(HistoryEntry entry) {
    String from = entry.from() == null ? "" : entry.from() + " → ";
    return new Step(entry.at(), entry.who(), from + entry.to(), entry.note());
  }
}
