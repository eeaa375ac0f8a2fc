package hongyan.service.problems;

import static hongyan.service.problems.LedgerFixture.problem;
import static org.assertj.core.api.Assertions.assertThat;

import hongyan.service.database.OnBothDatabases;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The funnels of the gazette of October 2024, made up of entries. */
@OnBothDatabases
class FunnelTest {
  @TempDir Path folder;

  private final List<Problem> entries = new ArrayList<>();

  private void add(String campaign, int count, ProblemState state, ProblemKind... kinds) {
    for (int i = 0; i < count; i++) {
      String id = campaign + "-" + entries.size();
      entries.add(problem(id, campaign, "企业" + id, Set.of(kinds), state));
    }
  }

  private Funnel funnel(String... campaigns) {
    LedgerFixture fixture = new LedgerFixture(folder);
    fixture.ledger.enter(entries, Step.Action.ENTERED, null);
    return Funnel.of(
        fixture.funnels().list(ProblemFilter.all(), List.of(campaigns), null, null, null),
        LedgerFixture.TODAY);
  }

  @Test
  void screeningFound269OfWhich225AreRectified() {
    add("voc-screening", 225, ProblemState.RECTIFIED, ProblemKind.AT_ONCE);
    add("voc-screening", 44, ProblemState.RECTIFYING, ProblemKind.WITH_DEADLINE);
    assertThat(funnel("voc-screening"))
        .returns(269, Funnel::found)
        .returns(225, Funnel::rectified)
        .returns(44, Funnel::open);
  }

  @Test
  void blueSkyHas36EnterprisesOfWhich27AreRectifiedAnd9HaveADeadline() {
    add("blue-sky", 27, ProblemState.RECTIFIED, ProblemKind.AT_ONCE);
    add("blue-sky", 9, ProblemState.RECTIFYING, ProblemKind.WITH_DEADLINE);
    Problem second = entries.get(0);
    entries.add(
        problem("second", "blue-sky", second.enterprise(), second.kinds(), ProblemState.CLOSED));
    assertThat(funnel("blue-sky"))
        .returns(37, Funnel::found)
        .returns(36, Funnel::enterprises)
        .returns(27, Funnel::enterprisesRectified)
        .returns(9, Funnel::enterprisesOpen)
        .returns(9, Funnel::withDeadline);
  }

  @Test
  void citySupervisionFound204AtOnce178WithDeadline26Cases12() {
    add("city-supervision", 170, ProblemState.RECTIFIED, ProblemKind.AT_ONCE);
    add("city-supervision", 8, ProblemState.RECTIFIED, ProblemKind.AT_ONCE, ProblemKind.CASE_FILED);
    add("city-supervision", 22, ProblemState.RECTIFYING, ProblemKind.WITH_DEADLINE);
    add(
        "city-supervision",
        4,
        ProblemState.RECHECKED,
        ProblemKind.WITH_DEADLINE,
        ProblemKind.CASE_FILED);
    Funnel funnel = funnel("city-supervision");
    assertThat(funnel)
        .returns(204, Funnel::found)
        .returns(178, Funnel::atOnce)
        .returns(26, Funnel::withDeadline)
        .returns(12, Funnel::casesFiled)
        .returns(4, Funnel::rechecked);
    assertThat(funnel.atOnce() + funnel.withDeadline()).isEqualTo(funnel.found());
  }

  @Test
  void vapourRecoveryHas87AllRectifiedAnd6Cases() {
    add("petrol-vapour", 81, ProblemState.RECTIFIED, ProblemKind.AT_ONCE);
    add("petrol-vapour", 6, ProblemState.CLOSED, ProblemKind.AT_ONCE, ProblemKind.CASE_FILED);
    assertThat(funnel("petrol-vapour"))
        .returns(87, Funnel::found)
        .returns(87, Funnel::rectified)
        .returns(6, Funnel::casesFiled)
        .returns(6, Funnel::closed);
  }

  @Test
  void sixEnterprisesAreSealed() {
    add("emergency-cuts", 6, ProblemState.FOUND, ProblemKind.SEALED);
    assertThat(funnel("emergency-cuts")).returns(6, Funnel::sealed).returns(6, Funnel::enterprises);
  }

  @Test
  void theCentralListHas46And5OfWhich34AreClosed() {
    add("central-inspection", 31, ProblemState.CLOSED, ProblemKind.WITH_DEADLINE);
    add("central-inspection", 15, ProblemState.RECTIFYING, ProblemKind.WITH_DEADLINE);
    add("yangtze-film", 3, ProblemState.CLOSED, ProblemKind.WITH_DEADLINE);
    add("yangtze-film", 2, ProblemState.RECTIFYING, ProblemKind.WITH_DEADLINE);
    assertThat(funnel("central-inspection", "yangtze-film"))
        .returns(51, Funnel::found)
        .returns(34, Funnel::closed)
        .returns(17, Funnel::open);
    assertThat(Funnel.of(entries.subList(0, 46), LedgerFixture.TODAY)).returns(31, Funnel::closed);
  }
}
