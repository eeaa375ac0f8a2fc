package hongyan.pipelines.rules;

import hongyan.geo.place.CivilTime;
import hongyan.geo.species.Protection;
import hongyan.geo.species.Species;
import hongyan.geo.species.SpeciesTable;
import hongyan.pipelines.alerts.Ground;
import hongyan.pipelines.casualties.Casualty;
import hongyan.pipelines.casualties.Cluster;
import hongyan.pipelines.casualties.PlacedCasualty;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Says what an alert of abnormal death rests on. */
record MortalityGrounds(
    Mortality.Thresholds thresholds,
    SpeciesTable species,
    Function<Casualty, Protection> protection) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(CivilTime.ZONE);

  List<Ground> of(Cluster cluster) {
    List<Ground> grounds = new ArrayList<>();
    grounds.add(sum(cluster));
    grounds.add(
        new Ground(
            "规则：国家重点保护%d只以上，或者%.0f米、%d小时内同种%d只以上、各种合计%d只以上"
                .formatted(
                    thresholds.keyProtected(),
                    thresholds.reach().metres(),
                    thresholds.reach().time().toHours(),
                    thresholds.oneSpecies(),
                    thresholds.any()),
            "rule: %d or more of a key-protected species; or, within %.0f m and %d h, %d or more of one species or %d of any"
                .formatted(
                    thresholds.keyProtected(),
                    thresholds.reach().metres(),
                    thresholds.reach().time().toHours(),
                    thresholds.oneSpecies(),
                    thresholds.any()),
            null));
    cluster.members().forEach(member -> grounds.add(record(member.casualty())));
    return grounds;
  }

  private static Ground sum(Cluster cluster) {
    int dead = 0;
    int sick = 0;
    for (PlacedCasualty member : cluster.members()) {
      dead += member.casualty().toll().dead();
      sick += member.casualty().toll().sick();
    }
    int records = cluster.members().size();
    return new Ground(
        "%d条记录：死亡%d只，患病%d只".formatted(records, dead, sick),
        "%d records: %d dead, %d sick".formatted(records, dead, sick),
        null);
  }

  private Ground record(Casualty casualty) {
    Protection class1or2 = protection.apply(casualty);
    String zh = class1or2.level() == null ? "" : "（国家" + class1or2.level().nameZh() + "保护）";
    String en =
        class1or2.level() == null ? "" : " (key-protected, class " + class1or2.level() + ")";
    return new Ground(
        "%s %s%s：死亡%d只，患病%d只"
            .formatted(
                TIME.format(casualty.time()),
                name(casualty, Species::vernacularName, "种类不明"),
                zh,
                casualty.toll().dead(),
                casualty.toll().sick()),
        "%s %s%s: %d dead, %d sick"
            .formatted(
                TIME.format(casualty.time()),
                name(casualty, Species::scientificName, "species unknown"),
                en,
                casualty.toll().dead(),
                casualty.toll().sick()),
        "casualty/" + casualty.casualtyID());
  }

  private String name(Casualty casualty, Function<Species, String> language, String unknown) {
    String sent = casualty.species();
    return Optional.ofNullable(sent)
        .map(name -> species.find(name).map(language).orElse(name))
        .orElse(unknown);
  }
}
