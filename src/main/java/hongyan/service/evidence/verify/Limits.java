package hongyan.service.evidence.verify;

/**
 * What a verifier reads at most.
 *
 * @param files how many files a package may hold
 * @param bytes how much they may unpack to
 * @param ratio how many times larger than the package that may be, once it is more than a hundred
 *     megabytes
 */
public record Limits(int files, long bytes, int ratio) {
  static final long SMALL = 100L << 20;

  /** For a person at a terminal. */
  public static Limits usual() {
    return new Limits(200_000, 8L << 30, 200);
  }
}
