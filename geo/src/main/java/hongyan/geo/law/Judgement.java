package hongyan.geo.law;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What Article 7 says to some facts.
 *
 * @param grade how urgent; {@link Grade#NOTICE} when authorised, null when not a lead
 * @param consequence what the law of that day attaches to the conduct, as a reference for the
 *     officer
 * @param facts what it rests on, the conduct first
 */
public record Judgement(
    Outcome outcome,
    Reason reason,
    Conduct conduct,
    @Nullable Grade grade,
    Words consequence,
    List<Fact> facts) {

  public Judgement {
    facts = List.copyOf(facts);
  }

  public int item() {
    return conduct.item();
  }

  public Department department() {
    return conduct.department();
  }
}
