package hongyan.geo.law;

/** What a judgement may come to: a lead for a person, never a verdict. */
public enum Outcome {
  /** Article 7 may be broken: somebody is to look. */
  LEAD,
  /** A permit covers it: shown and counted, not a lead. */
  AUTHORISED,
  /** Article 7 does not reach it. */
  NOT_A_LEAD
}
