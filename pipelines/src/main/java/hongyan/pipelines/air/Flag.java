package hongyan.pipelines.air;

/**
 * An instrument's word on its own value, in the letters of HJ 212-2017. Only {@link #N} counts in
 * ambient statistics; the others are kept.
 */
public enum Flag {
  /** Normal. */
  N,
  /** Out of operation. */
  F,
  /** Maintenance. */
  M,
  /** Entered by hand: needs a person's decision. */
  S,
  /** Faulty. */
  D,
  /** Calibration. */
  C,
  /** Beyond the measuring range. */
  T,
  /** No communication. */
  B
}
