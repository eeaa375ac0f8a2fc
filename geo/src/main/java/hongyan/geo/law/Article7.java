package hongyan.geo.law;

import hongyan.geo.place.CivilTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Article 7 of the regulation: its catalogue of conducts, and what it says to a set of facts.
 * Immutable, thread-safe.
 *
 * <p>The steps of a judgement: the date of effect (article 11), the city (article 2), what the
 * conduct needs (items 6 and 7), leave (items 1 and 2, and occupying or moving equipment). What
 * passes them all is a lead.
 *
 * <p>The grade is the platform's own choice; the regulation knows none. A lead is a notice, serious
 * inside a zone, grave inside a zone in its key protection period.
 */
public final class Article7 {
  private final Regulation regulation;
  private final String version;
  private final Words transition;
  private final Map<String, Conduct> conducts = new LinkedHashMap<>();

  private Article7(Regulation regulation, CatalogueReader.Catalogue catalogue) {
    this.regulation = regulation;
    this.version = catalogue.version();
    this.transition = catalogue.transition();
    catalogue.conducts().forEach(conduct -> conducts.put(conduct.code(), conduct));
  }

  /**
   * Returns the catalogue with the date of effect that the law folder names.
   *
   * @throws IllegalStateException naming file, entry and fault of everything that is wrong in it
   */
  public static Article7 load() {
    return new Article7(CatalogueReader.readRegulation(), CatalogueReader.readCatalogue());
  }

  /** Returns the catalogue as {@link #load()}, in force from {@code dateOfEffect} on. */
  public static Article7 load(LocalDate dateOfEffect) {
    return new Article7(
        CatalogueReader.readRegulation().inForceFrom(dateOfEffect),
        CatalogueReader.readCatalogue());
  }

  public Regulation regulation() {
    return regulation;
  }

  /** Returns the version of the catalogue and its rules, for the grounds of an alert. */
  public String version() {
    return version;
  }

  /** Returns which of two laws counts for a conduct from before the later one. */
  public Words transition() {
    return transition;
  }

  /** Returns the conduct of exactly that code, if the catalogue has it. */
  public Optional<Conduct> findConduct(String code) {
    return Optional.ofNullable(conducts.get(code));
  }

  /** Returns all conducts, by item and then as the regulation lists them. */
  public List<Conduct> list() {
    return List.copyOf(conducts.values());
  }

  /**
   * Judges the facts.
   *
   * @throws IllegalArgumentException when the catalogue has no such conduct: the door checks that
   */
  public Judgement judge(Facts facts) {
    Conduct conduct =
        findConduct(facts.conduct())
            .orElseThrow(() -> new IllegalArgumentException("unknown conduct: " + facts.conduct()));
    Reason reason = reasonFor(facts, conduct);
    Outcome outcome = outcomeOf(reason);
    Grade grade = gradeOf(outcome, facts);
    return new Judgement(
        outcome,
        reason,
        conduct,
        grade,
        conduct.consequence().on(dayOf(facts.time())),
        new FactList(regulation, facts, conduct).list(reason, grade));
  }

  private Reason reasonFor(Facts facts, Conduct conduct) {
    if (dayOf(facts.time()).isBefore(regulation.dateOfEffect())) {
      return Reason.BEFORE_EFFECT;
    }
    if (facts.county() == null) {
      return Reason.OUTSIDE_CITY;
    }
    if (!conduct.need().isMetBy(facts)) {
      return conduct.need().unmet();
    }
    boolean permitted = facts.permit() != null && conduct.knowsLeave(facts.permitKind());
    return permitted ? Reason.PERMITTED : Reason.PROHIBITED;
  }

  private static Outcome outcomeOf(Reason reason) {
    return switch (reason) {
      case PROHIBITED -> Outcome.LEAD;
      case PERMITTED -> Outcome.AUTHORISED;
      default -> Outcome.NOT_A_LEAD;
    };
  }

  private static @Nullable Grade gradeOf(Outcome outcome, Facts facts) {
    return switch (outcome) {
      case NOT_A_LEAD -> null;
      case AUTHORISED -> Grade.NOTICE;
      case LEAD -> {
        if (facts.zones().isEmpty()) {
          yield Grade.NOTICE;
        }
        yield facts.inSeason() ? Grade.GRAVE : Grade.SERIOUS;
      }
    };
  }

  static LocalDate dayOf(Instant time) {
    return time.atZone(CivilTime.ZONE).toLocalDate();
  }
}
