package hongyan.pipelines.findings;

import hongyan.pipelines.alerts.Ground;
import java.util.List;

/**
 * What a rule over signals makes of a finding that Article 7 reaches.
 *
 * @param grounds what it looked at; of one that is none the last says why
 */
record Weight(Kind kind, List<Ground> grounds) {

  enum Kind {
    /** A lead of its own. */
    ALONE,
    /** Kept, a lead only together with others. */
    WEAK,
    /** Kept, no lead. */
    NONE
  }

  /** Of a finding that no such rule looks at. */
  static final Weight OF_ITSELF = new Weight(Kind.ALONE, List.of());

  Weight {
    grounds = List.copyOf(grounds);
  }
}
