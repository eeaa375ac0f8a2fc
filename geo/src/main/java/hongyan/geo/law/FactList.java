package hongyan.geo.law;

import hongyan.geo.zones.ZoneKind;
import hongyan.geo.zones.ZoneRef;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts into words what a judgement rests on. */
record FactList(Regulation regulation, Facts facts, Conduct conduct) {

  /** Item 1: hunting, the only conducts that a closed season for hunting is about. */
  private static final int HUNTING = 1;

  List<Fact> list(Reason reason, @Nullable Grade grade) {
    List<Fact> list = new ArrayList<>();
    list.add(conductFact());
    list.add(dateFact());
    list.add(countyFact());
    facts.zones().forEach(zone -> list.add(zoneFact(zone)));
    if (conduct.item() == HUNTING) {
      facts.closedSeasons().forEach(period -> list.add(closedSeasonFact(period)));
    }
    if (facts.birdsThere()) {
      list.add(fact("该处有候鸟记录", "birds are recorded there"));
    }
    if (facts.deviceRegistered()) {
      list.add(fact("涉及登记的设备或界限标志", "a registered device or marker is concerned"));
    }
    if (facts.permit() != null) {
      list.add(permitFact(facts.permit()));
    }
    list.add(new Fact(reason.words(), null));
    if (grade != null && reason == Reason.PROHIBITED) {
      list.add(gradeFact(grade));
    }
    return list;
  }

  private Fact conductFact() {
    return fact(
        "行为：%s（第%d条第%d项）".formatted(conduct.name().zh(), regulation.article(), conduct.item()),
        "conduct: %s (Article %d, item %d)"
            .formatted(conduct.name().en(), regulation.article(), conduct.item()));
  }

  private Fact dateFact() {
    return fact(
        "发生于%s，《%s》自%s起施行"
            .formatted(Article7.dayOf(facts.time()), regulation.title(), regulation.dateOfEffect()),
        "on %s; the regulation is in force from %s"
            .formatted(Article7.dayOf(facts.time()), regulation.dateOfEffect()));
  }

  private Fact countyFact() {
    return facts.county() == null
        ? fact("不在本市任何县市区内", "in none of the city's counties")
        : fact("位于县市区 " + facts.county(), "in county " + facts.county());
  }

  private static Fact zoneFact(ZoneRef zone) {
    return new Fact(
        new Words(
            "位于%s %s（第%d版）%s"
                .formatted(
                    nameOf(zone.kind()),
                    zone.id(),
                    zone.version(),
                    zone.season() ? "，处于保护重点时段" : ""),
            "inside %s %s (version %d)%s"
                .formatted(
                    zone.kind().code().replace('-', ' '),
                    zone.id(),
                    zone.version(),
                    zone.season() ? ", in its key protection period" : "")),
        "zone/%s/%d".formatted(zone.id(), zone.version()));
  }

  private static Fact closedSeasonFact(NoHuntingPeriod period) {
    return new Fact(
        new Words(
            "处于禁猎期：%s（%s 至 %s，%s）"
                .formatted(period.name(), period.from(), period.to(), period.document()),
            "in a closed season for hunting: %s (%s to %s, %s)"
                .formatted(period.name(), period.from(), period.to(), period.document())),
        "no-hunting-period/" + period.id());
  }

  private static String nameOf(ZoneKind kind) {
    return switch (kind) {
      case FLYWAY -> "迁飞通道";
      case HABITAT -> "栖息地";
      case RESERVE -> "保护地";
      case NO_HUNTING_AREA -> "禁猎区";
    };
  }

  private Fact permitFact(String permit) {
    return new Fact(
        conduct.knowsLeave(facts.permitKind())
            ? new Words("许可 " + permit + " 涵盖该行为", "permit " + permit + " covers it")
            : new Words(
                "许可 %s 对本项行为不产生授权效力".formatted(permit),
                "permit %s does not count for this item".formatted(permit)),
        "permit/" + permit);
  }

  private static Fact gradeFact(Grade grade) {
    return switch (grade) {
      case NOTICE ->
          fact("等级：提示（平台自定：不在保护区域内）", "grade: notice (the platform's own scale: outside zones)");
      case SERIOUS ->
          fact("等级：严重（平台自定：在保护区域内）", "grade: serious (the platform's own scale: inside a zone)");
      case GRAVE ->
          fact(
              "等级：特别严重（平台自定：在保护区域内且处于保护重点时段）",
              "grade: grave (the platform's own scale: inside a zone in its key period)");
    };
  }

  private static Fact fact(String zh, String en) {
    return new Fact(new Words(zh, en), null);
  }
}
