package hongyan.service.evidence.verify;

import hongyan.service.evidence.verify.Finding.Outcome;
import java.util.List;

/** What was checked of a file, and what was found. */
public record Verification(Verdict verdict, List<Finding> findings) {

  /** What a file is. */
  public enum Verdict {
    /** A package of Hongyan of which nothing was changed. */
    INTACT,
    /** A package of Hongyan of which something fails. */
    BROKEN,
    /** A valid BagIt bag without Hongyan's signature: complete, but of nobody. */
    UNSIGNED_BAG,
    /** No package, or one that is dangerous to read. */
    NOT_A_PACKAGE
  }

  public Verification {
    findings = List.copyOf(findings);
  }

  static Verification of(boolean ours, List<Finding> findings) {
    boolean failed = findings.stream().anyMatch(f -> f.outcome() == Outcome.FAILED);
    Verdict verdict = failed ? Verdict.BROKEN : ours ? Verdict.INTACT : Verdict.UNSIGNED_BAG;
    return new Verification(verdict, findings);
  }

  /** Lists what fails. */
  public List<Finding> failures() {
    return findings.stream().filter(f -> f.outcome() == Outcome.FAILED).toList();
  }
}
