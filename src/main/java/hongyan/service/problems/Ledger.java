package hongyan.service.problems;

import hongyan.geo.city.City;
import hongyan.geo.place.CivilTime;
import hongyan.geo.place.Counties;
import hongyan.service.accounts.Person;
import hongyan.service.accounts.Role;
import hongyan.service.accounts.WhoAsks;
import hongyan.service.errors.Conflict;
import hongyan.service.errors.Forbidden;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What people do with the ledger of problems. Each step is kept with the account that took it.
 * Thread-safe.
 */
@Service
public class Ledger {
  private final ProblemStore store;
  private final Campaigns campaigns;
  private final Counties counties;
  private final WhoAsks whoAsks;
  private final TransactionTemplate transaction;
  private final Clock clock;

  public Ledger(
      ProblemStore store,
      Campaigns campaigns,
      City city,
      WhoAsks whoAsks,
      TransactionTemplate transaction,
      Clock clock) {
    this.store = store;
    this.campaigns = campaigns;
    this.counties = city.counties();
    this.whoAsks = whoAsks;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** An entry, or what is wrong with its texts. */
  public record Reading(Optional<Problem> problem, List<ProblemFault> faults) {}

  /** What an entry does to the ledger. */
  public enum Change {
    NEW,
    CORRECTION,
    UNCHANGED
  }

  /** Reads the texts of one entry by the ledger's rules, and changes nothing. */
  public Reading read(Map<ProblemField, String> texts) {
    ProblemReader reader = new ProblemReader(texts, campaigns.list(), counties, today());
    Optional<Problem> problem = reader.read();
    List<ProblemFault> faults = new ArrayList<>(reader.faults());
    problem
        .filter(each -> !isTheirs(each))
        .ifPresent(
            each ->
                faults.add(
                    ProblemFault.of(
                        ProblemField.COUNTY,
                        each.county(),
                        "not-your-county",
                        "不是您负责的县市区",
                        "is not a county of yours")));
    return new Reading(faults.isEmpty() ? problem : Optional.empty(), faults);
  }

  /** Neither may somebody of one county write over an entry of another by taking its number. */
  private boolean isTheirs(Problem entry) {
    Person person = whoAsks.get();
    return person.sees(entry.county())
        && store.find(entry.id()).map(former -> person.sees(former.county())).orElse(true);
  }

  /** Returns what {@link #enter} would do. */
  public Change preview(Problem entry) {
    return store
        .find(entry.id())
        .map(former -> former.equals(entry) ? Change.UNCHANGED : Change.CORRECTION)
        .orElse(Change.NEW);
  }

  /**
   * Takes entries in, all or none: new ones, corrections of known ones; unchanged ones do nothing.
   */
  public void enter(List<Problem> entries, Step.Action action, @Nullable String note) {
    requireEditor();
    transaction.executeWithoutResult(open -> entries.forEach(each -> enter(each, action, note)));
  }

  private void enter(Problem entry, Step.Action action, @Nullable String note) {
    Optional<Problem> former = store.find(entry.id());
    if (former.isEmpty()) {
      store.add(step(action, null, entry, note, entry.evidence()));
    } else if (!former.get().equals(entry)) {
      ProblemState from = former.get().state();
      if (!store.change(step(Step.Action.CORRECTED, from, entry, note, entry.evidence()))) {
        throw new Conflict("problem %s was moved on meanwhile".formatted(entry.id()));
      }
    }
  }

  /**
   * Moves a problem on.
   *
   * @param evidence what shows it; put right and closed need some
   * @throws Conflict when the step is not allowed from where it is
   */
  public Problem move(String id, ProblemState to, @Nullable String note, List<String> evidence) {
    requireEditor();
    Problem problem = get(id);
    if (!problem.state().next().contains(to)) {
      throw new Conflict(
          "problem %s is %s and cannot become %s; allowed: %s"
              .formatted(
                  id,
                  problem.state().code(),
                  to.code(),
                  problem.state().next().stream().map(ProblemState::code).toList()));
    }
    List<String> proofs = new ArrayList<>(problem.evidence());
    evidence.stream().filter(each -> !proofs.contains(each)).forEach(proofs::add);
    if (to == ProblemState.RECTIFIED && evidence.isEmpty()
        || to == ProblemState.CLOSED && proofs.isEmpty()) {
      throw new IllegalArgumentException(
          "evidence: a problem becomes %s only with evidence".formatted(to.code()));
    }
    LocalDate rectified =
        to == ProblemState.RECTIFIED ? today() : to.done() ? problem.rectifiedOn() : null;
    Problem moved = problem.in(to, rectified, proofs);
    transaction.executeWithoutResult(
        open -> {
          if (!store.change(step(Step.Action.MOVED, problem.state(), moved, note, evidence))) {
            throw new Conflict("problem %s was moved on meanwhile".formatted(id));
          }
        });
    return moved;
  }

  /** Returns a problem that whoever asks may see. */
  public Problem get(String id) {
    return store
        .find(id)
        .filter(each -> whoAsks.get().sees(each.county()))
        .orElseThrow(() -> new NoSuchElementException("no problem " + id));
  }

  /** Adds a campaign or words it anew. */
  Campaign put(Campaign campaign) {
    requireEditor();
    campaigns.put(campaign, whoAsks.get().account(), clock.instant());
    return campaign;
  }

  /** Narrows a filter to what whoever asks may see. */
  public ProblemFilter seen(ProblemFilter filter) {
    return filter.seenFrom(whoAsks.get().counties());
  }

  public LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), CivilTime.ZONE);
  }

  private Step step(
      Step.Action action,
      @Nullable ProblemState from,
      Problem entry,
      @Nullable String note,
      List<String> evidence) {
    return new Step(
        clock.instant(),
        whoAsks.get().account(),
        action,
        from,
        entry.state(),
        note,
        evidence,
        entry);
  }

  /** Bureaus and inspectors keep the ledger; devices and the public do not. */
  public void requireEditor() {
    Person person = whoAsks.get();
    if (!person.has(Role.ENVIRONMENT)
        && !person.has(Role.FORESTRY)
        && !person.has(Role.INSPECTOR)
        && !person.has(Role.ADMINISTRATOR)) {
      throw new Forbidden("the ledger of problems is kept by bureaus and inspectors");
    }
  }
}
