package hongyan.service.problems;

import static org.assertj.core.api.Assertions.assertThat;

import hongyan.service.database.OnBothDatabases;
import hongyan.service.evidence.subject.EvidenceSubject;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnBothDatabases
class ProblemEvidenceTest {
  @TempDir Path folder;

  @Test
  void givesTheEntryItsHistoryAndTheFilesAmongItsEvidence() {
    LedgerFixture fixture = new LedgerFixture(folder);
    String photo = "ab".repeat(32);
    fixture.ledger.enter(
        List.of(
            LedgerFixture.problem(
                "e-1", "blue-sky", "甲厂", Set.of(ProblemKind.AT_ONCE), ProblemState.FOUND)),
        Step.Action.ENTERED,
        null);
    fixture.ledger.move("e-1", ProblemState.RECTIFIED, "到场", List.of("整改报告", photo));
    EvidenceSubject subject =
        new ProblemEvidence(
                fixture.store, fixture.campaigns, fixture.city, LightRules.load(), fixture.ledger)
            .find("e-1")
            .orElseThrow();
    assertThat(subject.county()).isEqualTo("431127");
    assertThat(subject.attachments()).containsExactly(photo);
    assertThat(subject.facts())
        .contains(
            new EvidenceSubject.Fact("专项行动", "守护蓝天行动"),
            new EvidenceSubject.Fact("整改状态", "已整改"),
            new EvidenceSubject.Fact("佐证材料", "整改报告"));
    assertThat(subject.history())
        .extracting(each -> each.who() + " " + each.what() + " " + each.note())
        .containsExactly("wang 已发现 null", "wang 已发现 → 已整改 到场");
  }
}
