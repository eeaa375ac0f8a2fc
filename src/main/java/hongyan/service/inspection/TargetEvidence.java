package hongyan.service.inspection;

import hongyan.pipelines.reference.Reference;
import hongyan.service.documents.Language;
import hongyan.service.evidence.subject.EvidenceSubject;
import hongyan.service.evidence.subject.EvidenceSubject.Fact;
import hongyan.service.evidence.subject.EvidenceSubject.Version;
import hongyan.service.evidence.subject.EvidenceSubjects;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Targets as what an evidence package can be about. */
class TargetEvidence implements EvidenceSubjects {
  private static final Map<String, String> SOURCES =
      Map.of("computed", "平台计算", "ledger", "台账计数", "declared", "申报");

  private final Inspection inspection;
  private final Supplier<Reference> reference;

  TargetEvidence(Inspection inspection, Supplier<Reference> reference) {
    this.inspection = inspection;
    this.reference = reference;
  }

  @Override
  public String kind() {
    return "targets";
  }

  @Override
  public Optional<EvidenceSubject> find(String id) {
    return inspection
        .find(id, Language.ZH)
        .map(target -> subject(target, inspection.name(id, reference.get())));
  }

  private static EvidenceSubject subject(TargetFigure target, TargetRecords.Named named) {
    List<Version> versions = new ArrayList<>();
    if (target.basis() != null) {
      target.basis().standards().forEach(name -> versions.add(new Version(name, "")));
    }
    versions.add(new Version(target.document(), ""));
    return new EvidenceSubject(
        "targets",
        target.id(),
        "检查指标 " + target.title(),
        target.county(),
        null,
        facts(target),
        named.records(),
        List.of(),
        versions,
        List.of(),
        target,
        named.beside());
  }

  private static List<Fact> facts(TargetFigure target) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("法律依据", target.lawBasis()));
    facts.add(new Fact("责任部门", target.department()));
    facts.add(new Fact("时段", target.period()));
    facts.add(new Fact("目标", figure(target.target(), target)));
    facts.add(new Fact("实际", figure(target.actual(), target)));
    facts.add(new Fact("差距", figure(target.gap(), target)));
    facts.add(new Fact("来源", SOURCES.get(target.source())));
    if (target.basis() != null) {
      facts.add(new Fact("算法", target.basis().method()));
      facts.add(
          new Fact(
              "重算",
              String.join(" ", target.basis().query().urls())
                  + " "
                  + target.basis().query().pointer()));
      facts.add(new Fact("依据数量", target.basis().count() + " " + target.basis().counted()));
    }
    if (target.records() != null) {
      facts.add(new Fact("所依据的记录", target.records()));
    }
    return facts;
  }

  private static String figure(@Nullable Object figure, TargetFigure target) {
    return figure == null ? "—" : figure + " " + target.unit();
  }
}
