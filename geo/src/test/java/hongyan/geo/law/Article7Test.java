package hongyan.geo.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hongyan.geo.zones.ZoneKind;
import hongyan.geo.zones.ZoneRef;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class Article7Test {
  /** Code, item, what it needs, whether leave authorises it, department. */
  private static final String CONDUCTS =
      """
      net                  1 ANY     leave forestry
      lure                 1 ANY     leave forestry
      poison               1 ANY     leave forestry
      strong-light         1 ANY     leave forestry
      playback             1 ANY     leave forestry
      nest-destruction     1 ANY     leave forestry
      egg-taking           1 ANY     leave forestry
      fire                 1 ANY     leave forestry
      smoke                1 ANY     leave forestry
      snare                1 ANY     leave forestry
      clamp                1 ANY     leave forestry
      ground-gun           1 ANY     leave forestry
      volley-gun           1 ANY     leave forestry
      slingshot            1 ANY     leave forestry
      other-hunting        1 ANY     leave forestry
      sale                 2 ANY     leave forestry
      purchase             2 ANY     leave forestry
      use                  2 ANY     leave forestry
      transport            2 ANY     leave forestry
      carrying             2 ANY     leave forestry
      mailing              2 ANY     leave forestry
      food-production      3 ANY     -     market
      food-trade           3 ANY     -     market
      eating               4 ANY     -     market
      advertising          5 ANY     -     market
      trading-platform     5 ANY     -     market
      trading-service      5 ANY     -     market
      driving-away         6 PRESENT -     forestry
      disturbance          6 PRESENT -     forestry
      habitat-destruction  7 HABITAT -     forestry
      equipment-theft      7 DEVICE  -     forestry
      equipment-damage     7 DEVICE  -     forestry
      equipment-occupation 7 DEVICE  leave forestry
      equipment-moving     7 DEVICE  leave forestry
      other-harm           8 ANY     -     forestry
      """;

  /** A star is the key protection period. N, S, G: the grade of the lead. A dot: not a lead. */
  private static final String LEADS =
      """
      need    birds device | none flyway flyway* habitat habitat* reserve no-hunting-area
      ANY     no    no     | N    S      G       S       G        S       S
      ANY     no    yes    | N    S      G       S       G        S       S
      ANY     yes   no     | N    S      G       S       G        S       S
      ANY     yes   yes    | N    S      G       S       G        S       S
      PRESENT no    no     | .    S      G       S       G        S       S
      PRESENT no    yes    | .    S      G       S       G        S       S
      PRESENT yes   no     | N    S      G       S       G        S       S
      PRESENT yes   yes    | N    S      G       S       G        S       S
      HABITAT no    no     | .    .      .       S       G        S       .
      HABITAT no    yes    | .    .      .       S       G        S       .
      HABITAT yes   no     | N    S      G       S       G        S       S
      HABITAT yes   yes    | N    S      G       S       G        S       S
      DEVICE  no    no     | .    .      .       .       .        .       .
      DEVICE  no    yes    | N    S      G       S       G        S       S
      DEVICE  yes   no     | .    .      .       .       .        .       .
      DEVICE  yes   yes    | N    S      G       S       G        S       S
      """;

  private static final Map<Character, Grade> GRADES =
      Map.of('N', Grade.NOTICE, 'S', Grade.SERIOUS, 'G', Grade.GRAVE);

  /** 2025-01-01T00:00 in Asia/Shanghai, and the moment before it. */
  private static final Instant FIRST_MOMENT = Instant.parse("2024-12-31T16:00:00Z");

  private static final Instant MOMENT_BEFORE = FIRST_MOMENT.minusNanos(1);

  private final Article7 article7 = Article7.load();

  record Row(String code, int item, String need, boolean leave, String department) {}

  static Stream<Row> conducts() {
    return CONDUCTS
        .lines()
        .map(line -> line.split(" +"))
        .map(
            cells ->
                new Row(
                    cells[0],
                    Integer.parseInt(cells[1]),
                    cells[2],
                    cells[3].equals("leave"),
                    cells[4]));
  }

  @Test
  void listsExactlyTheConductsOfTheContract() {
    assertThat(article7.list())
        .extracting(Conduct::code)
        .containsExactlyElementsOf(conducts().map(Row::code).toList());
  }

  @ParameterizedTest
  @MethodSource("conducts")
  void judgesAConductInEverySetOfFacts(Row row) {
    List<String> lines = LEADS.lines().toList();
    List<String> places = List.of(lines.get(0).split("\\| *")[1].split(" +"));
    int checked = 0;
    for (String line : lines.subList(1, lines.size())) {
      String[] left = line.split("\\|")[0].split(" +");
      if (!left[0].equals(row.need())) {
        continue;
      }
      String[] cells = line.split("\\| *")[1].split(" +");
      for (int place = 0; place < places.size(); place++) {
        Situation situation =
            new Situation(
                row, zonesOf(places.get(place)), left[1].equals("yes"), left[2].equals("yes"));
        judgesIn(situation, cells[place].charAt(0));
        checked++;
      }
    }
    assertThat(checked).isEqualTo(28);
  }

  record Situation(Row row, List<ZoneRef> zones, boolean birds, boolean device) {
    Facts facts(Instant time, String county, String permit) {
      return new Facts(row.code(), time, county, zones, birds, device, permit, null);
    }
  }

  private void judgesIn(Situation situation, char cell) {
    for (String permit : new String[] {null, "P-1"}) {
      Judgement inside = article7.judge(situation.facts(FIRST_MOMENT, "431127", permit));
      if (cell == '.') {
        assertThat(inside.outcome()).as("%s", situation).isEqualTo(Outcome.NOT_A_LEAD);
        assertThat(inside.grade()).isNull();
      } else if (permit != null && situation.row().leave()) {
        assertThat(inside.outcome()).as("%s", situation).isEqualTo(Outcome.AUTHORISED);
        assertThat(inside.reason()).isEqualTo(Reason.PERMITTED);
        assertThat(inside.grade()).isEqualTo(Grade.NOTICE);
      } else {
        assertThat(inside.outcome()).as("%s", situation).isEqualTo(Outcome.LEAD);
        assertThat(inside.reason()).isEqualTo(Reason.PROHIBITED);
        assertThat(inside.grade()).as("%s", situation).isEqualTo(GRADES.get(cell));
      }
      assertThat(inside.item()).isEqualTo(situation.row().item());
      assertThat(inside.department().code()).isEqualTo(situation.row().department());

      Judgement before = article7.judge(situation.facts(MOMENT_BEFORE, "431127", permit));
      assertThat(before.outcome()).isEqualTo(Outcome.NOT_A_LEAD);
      assertThat(before.reason()).isEqualTo(Reason.BEFORE_EFFECT);
      Judgement outside = article7.judge(situation.facts(FIRST_MOMENT, null, permit));
      assertThat(outside.outcome()).isEqualTo(Outcome.NOT_A_LEAD);
      assertThat(outside.reason()).isEqualTo(Reason.OUTSIDE_CITY);
    }
  }

  private static List<ZoneRef> zonesOf(String place) {
    if (place.equals("none")) {
      return List.of();
    }
    String kind = place.replace("*", "");
    Map<String, ZoneKind> kinds =
        Stream.of(ZoneKind.values()).collect(Collectors.toMap(ZoneKind::code, Function.identity()));
    return List.of(new ZoneRef("Z-1", kinds.get(kind), 2, place.endsWith("*")));
  }

  @Test
  void takesTheHighestGradeThatAnyOfSeveralZonesGives() {
    Facts facts =
        new Facts(
            "net",
            FIRST_MOMENT,
            "431127",
            List.of(
                new ZoneRef("A", ZoneKind.RESERVE, 1, false),
                new ZoneRef("B", ZoneKind.FLYWAY, 1, true)),
            false,
            false,
            null,
            null);
    assertThat(article7.judge(facts).grade()).isEqualTo(Grade.GRAVE);
  }

  @Test
  void namesTheReasonWhereSomethingIsMissing() {
    assertThat(judge("driving-away").reason()).isEqualTo(Reason.NO_ZONE_OR_BIRDS);
    assertThat(judge("habitat-destruction").reason()).isEqualTo(Reason.NO_HABITAT_OR_BIRDS);
    assertThat(judge("equipment-theft").reason()).isEqualTo(Reason.NO_REGISTERED_DEVICE);
  }

  @Test
  void movesTheDateOfEffectByConfiguration() {
    Article7 later = Article7.load(LocalDate.parse("2026-05-01"));
    Facts facts =
        new Facts(
            "net",
            Instant.parse("2026-04-30T15:59:59Z"),
            "431127",
            List.of(),
            false,
            false,
            null,
            null);
    assertThat(later.judge(facts).reason()).isEqualTo(Reason.BEFORE_EFFECT);
    assertThat(article7.judge(facts).reason()).isEqualTo(Reason.PROHIBITED);
  }

  @Test
  void listsTheFactsThatItRestsOnInBothLanguages() {
    Facts facts =
        new Facts(
            "net",
            Instant.parse("2025-10-11T14:00:00Z"),
            "431127",
            List.of(new ZoneRef("FW-01", ZoneKind.FLYWAY, 2, true)),
            true,
            false,
            "P-7",
            null);
    List<Fact> list = article7.judge(facts).facts();
    assertThat(list)
        .extracting(fact -> fact.words().en())
        .containsExactly(
            "conduct: netting (Article 7, item 1)",
            "on 2025-10-11; the regulation is in force from 2025-01-01",
            "in county 431127",
            "inside flyway FW-01 (version 2), in its key protection period",
            "birds are recorded there",
            "permit P-7 covers it",
            "a valid permit covers it");
    assertThat(list)
        .extracting(fact -> fact.words().zh())
        .contains("行为：网捕（第7条第1项）", "位于迁飞通道 FW-01（第2版），处于保护重点时段");
    assertThat(list).extracting(Fact::record).contains("zone/FW-01/2", "permit/P-7");
  }

  @Test
  void saysThatAPermitDoesNotCountWhereTheItemKnowsNoLeave() {
    Judgement judgement =
        article7.judge(
            new Facts("eating", FIRST_MOMENT, "431102", List.of(), false, false, "P-7", null));
    assertThat(judgement.outcome()).isEqualTo(Outcome.LEAD);
    assertThat(judgement.facts())
        .extracting(fact -> fact.words().en())
        .contains("permit P-7 does not count for this item");
  }

  @Test
  void letsAirportsDriveBirdsAwayUnderTheirOwnKindOfPermitOnly() {
    for (String conduct : List.of("driving-away", "disturbance")) {
      assertThat(underPermit(conduct, "airport-safety").outcome()).isEqualTo(Outcome.AUTHORISED);
      assertThat(underPermit(conduct, "banding").outcome()).isEqualTo(Outcome.LEAD);
      assertThat(underPermit(conduct, null).outcome()).isEqualTo(Outcome.LEAD);
    }
    assertThat(underPermit("eating", "airport-safety").outcome()).isEqualTo(Outcome.LEAD);
  }

  private Judgement underPermit(String conduct, String kind) {
    return article7.judge(
        new Facts(conduct, FIRST_MOMENT, "431102", List.of(), true, false, "P-7", kind));
  }

  @Test
  void attachesTheLocalFineToFourConductsOnly() {
    assertThat(article7.list())
        .filteredOn(conduct -> conduct.consequence().words().zh().contains("二百元以上二千元以下"))
        .extracting(Conduct::code)
        .containsExactly("driving-away", "disturbance", "equipment-occupation", "equipment-moving");
  }

  @Test
  void namesTheProvisionsThatApplyOnTheDay() {
    Consequence hunting = article7.findConduct("net").orElseThrow().consequence();
    assertThat(hunting.on(LocalDate.parse("2026-08-14")).en())
        .doesNotContain("articles 817 to 819");
    assertThat(hunting.on(LocalDate.parse("2026-08-15")).en()).contains("articles 817 to 819");
    assertThat(hunting.on(LocalDate.parse("2025-01-01")).zh()).contains("野生动物保护法（2022年修订）第四十八条");
  }

  @Test
  void findsNothingForAnUnknownCodeAndRefusesToJudgeIt() {
    assertThat(article7.findConduct("NET")).isEmpty();
    assertThatThrownBy(() -> judge("singing"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("singing");
  }

  private Judgement judge(String conduct) {
    return article7.judge(
        new Facts(conduct, FIRST_MOMENT, "431127", List.of(), false, false, null, null));
  }

  @Test
  void namesTheNationalLawOfTheDayOfTheConduct() {
    Consequence hunting = Article7.load().findConduct("net").orElseThrow().consequence();
    assertThat(hunting.nationalOn(LocalDate.parse("2026-08-14")))
        .extracting(Words::en)
        .contains("Wildlife Protection Law (2022), articles 20 to 22 and 24")
        .noneMatch(words -> words.contains("Code, articles 817"));
    assertThat(hunting.nationalOn(LocalDate.parse("2026-08-15")))
        .extracting(Words::en)
        .contains("Wildlife Protection Law (2022), articles 20 to 22 and 24")
        .anyMatch(words -> words.contains("Code, articles 817 to 819"));
    assertThat(Article7.load().transition().zh()).contains("从旧兼从轻");
  }

  @Test
  void saysWhoBansATool() {
    Article7 law = Article7.load();
    Tool net = law.findConduct("net").orElseThrow().tools().get(0);
    assertThat(net.bansOn(LocalDate.parse("2026-10-01")))
        .extracting(Tool.Ban::by)
        .containsExactly("national", "code", "local");
    assertThat(net.bansOn(LocalDate.parse("2024-10-01")))
        .extracting(Tool.Ban::by)
        .containsExactly("national");
    assertThat(law.findConduct("slingshot").orElseThrow().tools().get(0).bans())
        .extracting(Tool.Ban::by)
        .as("only the city's list has it")
        .containsExactly("local");
    assertThat(law.findConduct("sale").orElseThrow().tools()).isEmpty();
  }
}
