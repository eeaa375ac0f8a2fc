package hongyan.pipelines.findings;

import hongyan.geo.law.Act;
import hongyan.geo.law.Article7;
import hongyan.geo.law.Fact;
import hongyan.geo.law.Facts;
import hongyan.geo.law.Grade;
import hongyan.geo.law.Judgement;
import hongyan.geo.law.Outcome;
import hongyan.geo.law.Permit;
import hongyan.geo.law.PermitGap;
import hongyan.geo.law.Permits;
import hongyan.geo.law.Words;
import hongyan.geo.place.Position;
import hongyan.geo.zones.Placement;
import hongyan.pipelines.alerts.Alert;
import hongyan.pipelines.alerts.AlertKind;
import hongyan.pipelines.alerts.Ground;
import hongyan.pipelines.alerts.Lead;
import hongyan.pipelines.alerts.Legal;
import hongyan.pipelines.alerts.RuleRef;
import hongyan.pipelines.reference.Reference;
import hongyan.pipelines.rules.Watched;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes the alerts that Article 7 makes of findings and signals. Pure. */
public final class Leads {

  private final Article7 article7;
  private final Detections detections = new Detections(Watched.load());
  private final Construction construction = new Construction();

  public Leads(Article7 article7) {
    this.article7 = article7;
  }

  /**
   * Returns leads by the catalogue of the law folder.
   *
   * @param dateOfEffect first day of the regulation (yyyy-MM-dd), or null for the one of the folder
   */
  public static Leads load(@Nullable String dateOfEffect) {
    return new Leads(
        dateOfEffect == null ? Article7.load() : Article7.load(LocalDate.parse(dateOfEffect)));
  }

  /**
   * Returns whether the catalogue has the conduct; {@link #judge} throws for one that it has not.
   */
  public boolean knows(String conduct) {
    return article7.findConduct(conduct).isPresent();
  }

  /**
   * Judges a finding.
   *
   * @param birds what is known about birds there, or null when that was not asked
   * @param former the alert that it would have been alone before, or null
   * @return the lead as it stands now, its alert {@code supported} false when there was one and no
   *     longer is cause; empty when there never was cause
   */
  public Optional<Lead> judge(
      PlacedFinding placed,
      @Nullable BirdsThere birds,
      Reference reference,
      @Nullable Alert former) {
    Judgement judgement = judgement(placed, birds != null && birds.knownSince() != null, reference);
    Weight weight = weight(placed, reference);
    boolean reached = judgement.outcome() != Outcome.NOT_A_LEAD;
    if (reached && weight.kind() != Weight.Kind.NONE) {
      List<Ground> grounds = grounds(placed.finding(), birds, judgement);
      claim(placed, reference).ifPresent(grounds::add);
      grounds.addAll(weight.grounds());
      Instant raisedAt = raisedAt(placed, birds, reference);
      Position position = FindingPlace.position(placed.finding(), reference);
      Alert alert = alert(placed, position, judgement, grounds, raisedAt);
      return Optional.of(lead(placed, alert, weight, reference));
    }
    return Optional.ofNullable(former)
        .map(alert -> reached ? unsupported(alert, weight) : unsupported(alert, judgement))
        .map(alert -> lead(placed, alert, weight, reference));
  }

  private Weight weight(PlacedFinding placed, Reference reference) {
    Weight ground = construction.judge(placed, reference);
    return ground.equals(Weight.OF_ITSELF) ? detections.judge(placed, reference) : ground;
  }

  private static Lead lead(PlacedFinding placed, Alert alert, Weight weight, Reference reference) {
    Finding finding = placed.finding();
    boolean alone = weight.kind() != Weight.Kind.WEAK;
    return new Lead(alert, evidence(finding, reference), alone, finding.seller());
  }

  /** Instruments of one kind are one kind of source; so are all patrols, and so on. */
  private static String evidence(Finding finding, Reference reference) {
    if (!finding.byDevice() || finding.device() == null) {
      return finding.source();
    }
    return reference
        .findDevice(finding.device())
        .map(device -> "device/" + device.kind())
        .orElse("device");
  }

  /**
   * Returns what Article 7 makes of an instrument's signal for one of its conducts: empty where it
   * does not reach it, else the same alert with the provision, and whether a permit covers it.
   */
  public Optional<Alert> judge(Alert signal, Reference reference) {
    return judge(signal, new Circumstances(false, false), reference);
  }

  /**
   * What a signal's own rule knows of what Article 7 asks for.
   *
   * @param birdsThere whether birds were there
   * @param deviceRegistered whether it is about a registered device
   */
  public record Circumstances(boolean birdsThere, boolean deviceRegistered) {}

  /** Returns the same where the signal's rule knows of birds or a device. */
  public Optional<Alert> judge(Alert signal, Circumstances known, Reference reference) {
    Optional<Permit> permit =
        Permits.match(
            reference.permits(),
            new Act(
                signal.conduct(),
                signal.time(),
                signal.position(),
                signal.zones(),
                signal.county(),
                null,
                null));
    Judgement judgement =
        article7.judge(
            new Facts(
                signal.conduct(),
                signal.time(),
                signal.county(),
                signal.zones(),
                known.birdsThere(),
                known.deviceRegistered(),
                permit.map(Permit::id).orElse(null),
                permit.map(Permit::kind).orElse(null),
                reference.noHuntingPeriods(
                    new Placement(signal.county(), signal.zones()), signal.time())));
    return judgement.outcome() == Outcome.NOT_A_LEAD
        ? Optional.empty()
        : Optional.of(
            signal.under(
                legal(judgement),
                judgement.item(),
                judgement.department().code(),
                judgement.outcome() == Outcome.AUTHORISED));
  }

  private Judgement judgement(PlacedFinding placed, boolean birdsThere, Reference reference) {
    Finding finding = placed.finding();
    String county = placed.placement().county();
    Optional<Permit> permit = leave(placed, reference);
    boolean device = finding.device() != null && reference.findDevice(finding.device()).isPresent();
    return article7.judge(
        new Facts(
            finding.conduct(),
            finding.time(),
            county,
            placed.placement().zones(),
            birdsThere,
            device,
            permit.map(Permit::id).orElse(null),
            permit.map(Permit::kind).orElse(null),
            reference.noHuntingPeriods(placed.placement(), finding.time())));
  }

  /**
   * Returns the permit that covers it. What strangers report and nobody claims leave for is not
   * silenced by a permit of somebody else: a net beside a ringing station stays a lead.
   */
  private static Optional<Permit> leave(PlacedFinding placed, Reference reference) {
    return isUnclaimed(placed.finding())
        ? Optional.empty()
        : Permits.match(reference.permits(), act(placed));
  }

  private static boolean isUnclaimed(Finding finding) {
    return finding.source().equals("public")
        && finding.permit() == null
        && finding.holder() == null;
  }

  private static Act act(PlacedFinding placed) {
    Finding finding = placed.finding();
    return new Act(
        finding.conduct(),
        finding.time(),
        finding.position(),
        placed.placement().zones(),
        placed.placement().county(),
        finding.species(),
        finding.holder());
  }

  /** When there was cause for the first time: with the finding, or only once birds were known. */
  private Instant raisedAt(PlacedFinding placed, @Nullable BirdsThere birds, Reference reference) {
    Instant arrival = placed.finding().receipt().receivedAt();
    Instant known = birds == null ? null : birds.knownSince();
    if (known == null || known.isBefore(arrival)) {
      return arrival;
    }
    boolean without = judgement(placed, false, reference).outcome() != Outcome.NOT_A_LEAD;
    return without ? arrival : known;
  }

  /** Says what is wanting of a permit that was named and does not cover it. */
  private static Optional<Ground> claim(PlacedFinding placed, Reference reference) {
    String named = placed.finding().permit();
    if (named == null) {
      return unclaimed(placed, reference);
    }
    Optional<Permit> permit = reference.findPermit(named);
    if (permit.isEmpty()) {
      return Optional.of(
          new Ground(
              "所称许可 %s 未登记".formatted(named),
              "the permit %s that was named is not registered".formatted(named),
              null));
    }
    Set<PermitGap> gaps = Permits.gaps(permit.get(), act(placed));
    return gaps.isEmpty() ? Optional.empty() : Optional.of(uncovered(named, gaps));
  }

  private static Optional<Ground> unclaimed(PlacedFinding placed, Reference reference) {
    return isUnclaimed(placed.finding())
        ? Permits.match(reference.permits(), act(placed))
            .map(
                permit ->
                    new Ground(
                        "许可 %s 涵盖此类行为，但举报未说明行为人：请核实是否为持证人所为".formatted(permit.id()),
                        "permit %s covers such conduct, but nobody said who did it: find out whether it was the holder"
                            .formatted(permit.id()),
                        "permit/" + permit.id()))
        : Optional.empty();
  }

  private static Ground uncovered(String permit, Set<PermitGap> gaps) {
    return new Ground(
        "所称许可 %s 不涵盖该行为：%s".formatted(permit, list(gaps, Words::zh, "、")),
        "the permit %s that was named does not cover it: %s"
            .formatted(permit, list(gaps, Words::en, ", ")),
        "permit/" + permit);
  }

  private static String list(
      Set<PermitGap> gaps, Function<Words, String> language, String separator) {
    return gaps.stream().map(PermitGap::words).map(language).collect(Collectors.joining(separator));
  }

  private Alert alert(
      PlacedFinding placed,
      @Nullable Position position,
      Judgement judgement,
      List<Ground> grounds,
      Instant raisedAt) {
    Finding finding = placed.finding();
    Grade grade = judgement.grade();
    return new Alert(
            "violation-" + finding.findingID(),
            AlertKind.VIOLATION,
            grade == null ? Grade.NOTICE : grade,
            judgement.item(),
            finding.conduct(),
            finding.time(),
            raisedAt,
            placed.placement().county(),
            placed.placement().zones(),
            position,
            null,
            judgement.department().code(),
            legal(judgement),
            grounds,
            new RuleRef("article-7", article7.version()),
            judgement.outcome() == Outcome.AUTHORISED,
            true)
        .stated(finding.confidence());
  }

  private Legal legal(Judgement judgement) {
    return new Legal(
        article7.regulation().title(),
        article7.regulation().article(),
        judgement.item(),
        judgement.consequence().zh());
  }

  private static List<Ground> grounds(
      Finding finding, @Nullable BirdsThere birds, Judgement judgement) {
    var grounds = new ArrayList<Ground>();
    grounds.add(
        new Ground(
            "线索上报 " + finding.findingID(),
            "finding " + finding.findingID(),
            "finding/" + finding.findingID()));
    judgement.facts().forEach(fact -> grounds.add(ground(fact)));
    if (birds != null) {
      for (String id : birds.occurrences()) {
        grounds.add(new Ground("鸟类记录 " + id, "bird record " + id, "occurrence/" + id));
      }
    }
    return grounds;
  }

  private static Ground ground(Fact fact) {
    return new Ground(fact.words().zh(), fact.words().en(), fact.record());
  }

  private static Alert unsupported(Alert former, Weight weight) {
    Ground last = weight.grounds().get(weight.grounds().size() - 1);
    return former.withdrawn(
        new Ground(
            "依据已不成立：" + last.fact(), "no longer supported: " + last.factEn(), last.record()));
  }

  private static Alert unsupported(Alert former, Judgement judgement) {
    var words = judgement.reason().words();
    return former.withdrawn(
        new Ground("依据已不成立：" + words.zh(), "no longer supported: " + words.en(), null));
  }
}
