package hongyan.service.problems;

import hongyan.geo.city.City;
import hongyan.geo.place.County;
import hongyan.service.documents.Language;
import hongyan.service.evidence.subject.EvidenceSubject;
import hongyan.service.evidence.subject.EvidenceSubject.Fact;
import hongyan.service.evidence.subject.EvidenceSubject.Version;
import hongyan.service.evidence.subject.EvidenceSubjects;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Problems as what an evidence package can be about. An evidence that is the SHA-256 of a file that
 * the platform keeps goes into the package as that file.
 */
@Component
class ProblemEvidence implements EvidenceSubjects {
  private static final String SHA_256 = "[0-9a-f]{64}";

  private final ProblemStore store;
  private final Campaigns campaigns;
  private final City city;
  private final LightRules lights;
  private final Ledger ledger;

  ProblemEvidence(
      ProblemStore store, Campaigns campaigns, City city, LightRules lights, Ledger ledger) {
    this.store = store;
    this.campaigns = campaigns;
    this.city = city;
    this.lights = lights;
    this.ledger = ledger;
  }

  @Override
  public String kind() {
    return "problems";
  }

  @Override
  public Optional<EvidenceSubject> find(String id) {
    return store.find(id).map(problem -> subject(problem, store.listSteps(id)));
  }

  private EvidenceSubject subject(Problem problem, List<Step> steps) {
    Map<String, Campaign> known =
        campaigns.list().stream().collect(Collectors.toMap(Campaign::id, Function.identity()));
    ProblemView view =
        new ProblemView.Words(known, city.counties(), Language.ZH, lights.problems())
            .show(problem, ledger.today(), steps);
    return new EvidenceSubject(
        kind(),
        problem.id(),
        "问题 " + problem.id(),
        problem.county(),
        problem.position(),
        facts(view),
        List.of(),
        problem.evidence().stream().filter(each -> each.matches(SHA_256)).toList(),
        List.of(new Version("lights", lights.version())),
        steps.stream().map(ProblemEvidence::step).toList(),
        view);
  }

  private List<Fact> facts(ProblemView view) {
    List<Fact> facts = new ArrayList<>();
    add(facts, "专项行动", Objects.requireNonNullElse(view.campaignTitle(), view.campaign()));
    add(facts, "县市区", view.county() == null ? "市本级" : name(view.county()));
    add(facts, "地点", view.place());
    add(facts, "企业", view.enterprise());
    add(facts, "存在问题", view.problem());
    add(facts, "发现单位", view.foundBy());
    add(facts, "发现时间", view.foundOn().toString());
    add(facts, "处理方式", String.join("、", view.kindWords()));
    add(facts, "责任单位", view.department());
    add(facts, "整改期限", Objects.toString(view.deadline(), null));
    add(facts, "整改状态", view.stateWord());
    add(facts, "整改完成时间", Objects.toString(view.rectifiedOn(), null));
    view.evidence().forEach(each -> add(facts, "佐证材料", each));
    return facts;
  }

  private String name(String county) {
    return city.counties().find(county).map(County::name).orElse(county);
  }

  private static void add(List<Fact> facts, String label, @Nullable String text) {
    if (text != null) {
      facts.add(new Fact(label, text));
    }
  }

  private static EvidenceSubject.Step step(Step step) {
    String from = step.from() == null ? "" : step.from().words().zh() + " → ";
    return new EvidenceSubject.Step(
        step.at(), step.who(), from + step.to().words().zh(), step.note());
  }
}
