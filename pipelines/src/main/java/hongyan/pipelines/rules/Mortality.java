package hongyan.pipelines.rules;

import hongyan.geo.law.Article7;
import hongyan.geo.law.Grade;
import hongyan.geo.law.Regulation;
import hongyan.geo.place.CivilTime;
import hongyan.geo.species.Protection;
import hongyan.geo.species.Species;
import hongyan.geo.species.SpeciesTable;
import hongyan.pipelines.alerts.Alert;
import hongyan.pipelines.alerts.AlertKind;
import hongyan.pipelines.alerts.Legal;
import hongyan.pipelines.alerts.RuleRef;
import hongyan.pipelines.casualties.Casualty;
import hongyan.pipelines.casualties.Cluster;
import hongyan.pipelines.casualties.PlacedCasualty;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 异常死亡: dead and sick birds by clusters in space and time (articles 5 and 8).
 *
 * <p>A cluster is an alert when it holds a dead or sick bird of a key-protected species, or when
 * within the distance and the time of {@code rules/mortality.json} there are so many of one
 * species, or so many of any. Hurt and trapped birds do not count here. Later records near the
 * cluster extend the alert. It was raised when the record arrived that met the rule: the report
 * clock starts there.
 *
 * <p>A function of the set of casualties. The id is the cluster's first record; where a late record
 * comes before it, or joins two clusters, the alert goes on under the new id, and the former one
 * says so. Pure and deterministic.
 */
public final class Mortality {
  static final String ID = "mortality";
  private static final int ARTICLE = 5;
  private static final int PARAGRAPH = 1;
  private static final String CONSEQUENCE =
      "发现候鸟异常死亡或者疑似染疫的，应当立即报告并依法处置（报告时限两小时，平台待核实）；野生动物保护法第十六条、动物防疫法";

  private final RuleRef rule;
  private final Thresholds thresholds;
  private final SpeciesTable species;
  private final Regulation regulation;

  /** How many birds, how near, how soon. */
  record Thresholds(int keyProtected, int oneSpecies, int any, Cluster.Reach reach) {}

  private Mortality(RuleSheet sheet, SpeciesTable species, Regulation regulation) {
    this.rule = sheet.ref();
    this.species = species;
    this.regulation = regulation;
    this.thresholds =
        new Thresholds(
            sheet.whole("keyProtected"),
            sheet.whole("oneSpecies"),
            sheet.whole("anySpecies"),
            new Cluster.Reach(
                sheet.decimal("metres").doubleValue(), Duration.ofHours(sheet.whole("hours"))));
  }

  /** Reads the rule from its file. */
  public static Mortality load() {
    return new Mortality(RuleSheet.load(ID), Species.load(), Article7.load().regulation());
  }

  /** Returns the alerts that there is cause for among all casualties of the city. */
  public List<Alert> check(Collection<PlacedCasualty> casualties) {
    List<PlacedCasualty> counted =
        casualties.stream()
            .filter(placed -> placed.casualty().toll().deadOrSick() > 0)
            .filter(placed -> placed.placement().county() != null)
            .toList();
    return Cluster.of(counted, thresholds.reach()).stream()
        .map(this::alert)
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<Alert> alert(Cluster cluster) {
    return raisedAt(cluster).map(moment -> alert(cluster, moment));
  }

  /** Returns when the record arrived with which the rule was met; empty while it is not. */
  private Optional<Instant> raisedAt(Cluster cluster) {
    List<PlacedCasualty> byArrival = new ArrayList<>(cluster.members());
    byArrival.sort(Comparator.comparing(placed -> placed.casualty().receipt().receivedAt()));
    for (int known = 1; known <= byArrival.size(); known++) {
      if (isMet(byArrival.subList(0, known))) {
        return Optional.of(byArrival.get(known - 1).casualty().receipt().receivedAt());
      }
    }
    return Optional.empty();
  }

  private boolean isMet(List<PlacedCasualty> members) {
    List<Casualty> casualties = members.stream().map(PlacedCasualty::casualty).toList();
    int keyProtected =
        casualties.stream()
            .filter(casualty -> protection(casualty).isKeyProtected())
            .mapToInt(casualty -> casualty.toll().deadOrSick())
            .sum();
    return keyProtected >= thresholds.keyProtected()
        || casualties.stream().anyMatch(middle -> isMetAround(middle, casualties));
  }

  /** Looks at the casualties near one of them, from each moment for as long as the rule says. */
  private boolean isMetAround(Casualty middle, List<Casualty> all) {
    List<Casualty> near =
        all.stream().filter(other -> thresholds.reach().near(middle, other)).toList();
    for (Casualty start : near) {
      Instant end = start.time().plus(thresholds.reach().time());
      Map<String, Integer> bySpecies = new HashMap<>();
      int total = 0;
      for (Casualty other : near) {
        if (!other.time().isBefore(start.time()) && !other.time().isAfter(end)) {
          int birds = other.toll().deadOrSick();
          total += birds;
          if (other.species() != null) {
            bySpecies.merge(species.accepted(other.species()), birds, Integer::sum);
          }
        }
      }
      boolean ofOne = bySpecies.values().stream().anyMatch(n -> n >= thresholds.oneSpecies());
      if (ofOne || total >= thresholds.any()) {
        return true;
      }
    }
    return false;
  }

  private Alert alert(Cluster cluster, Instant raisedAt) {
    PlacedCasualty first = cluster.first();
    boolean keyProtected =
        cluster.members().stream().anyMatch(m -> protection(m.casualty()).isKeyProtected());
    return new Alert(
        ID + "-" + first.casualty().casualtyID(),
        AlertKind.MORTALITY,
        // The platform's own scale: no source grades single finds.
        keyProtected ? Grade.GRAVE : Grade.SERIOUS,
        null,
        ID,
        first.casualty().time(),
        raisedAt,
        first.placement().county(),
        first.placement().zones(),
        first.casualty().position(),
        null,
        "forestry",
        new Legal(regulation.title(), ARTICLE, PARAGRAPH, CONSEQUENCE),
        new MortalityGrounds(thresholds, species, this::protection).of(cluster),
        rule,
        false,
        true);
  }

  private Protection protection(Casualty casualty) {
    String name = casualty.species();
    return name == null
        ? UNKNOWN
        : species
            .find(name)
            .map(
                one ->
                    species.protection(one, casualty.time().atZone(CivilTime.ZONE).toLocalDate()))
            .orElse(UNKNOWN);
  }

  /** Nobody knew the species, or the table does not have the name: nothing is guessed. */
  private static final Protection UNKNOWN = new Protection(null, null, null, null);

  /** Returns the alert of {@code now} that a former one has become a part of, or null. */
  public static @Nullable Alert successor(Alert former, Collection<Alert> now) {
    String record = "casualty/" + former.id().substring(ID.length() + 1);
    return now.stream()
        .filter(alert -> !alert.id().equals(former.id()))
        .filter(
            alert -> alert.grounds().stream().anyMatch(ground -> record.equals(ground.record())))
        .findFirst()
        .orElse(null);
  }
}
