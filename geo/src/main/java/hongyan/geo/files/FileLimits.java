package hongyan.geo.files;

/** How much of a file is taken: bounds of memory, the platform's own choice. */
final class FileLimits {

  /** Of the file as it came. */
  static final int BYTES = 24 << 20;

  /** Of all that a zip holds, unpacked. */
  static final int UNPACKED_BYTES = 64 << 20;

  /**
   * More than this from one byte of a zip is no map: polygons pack to a half, zeros to a 1,000th.
   */
  static final int UNPACKED_PER_BYTE = 100;

  /** Below this a high ratio does no harm. */
  static final int HARMLESS_BYTES = 1 << 20;

  static final int ZIP_ENTRIES = 200;
  static final int FEATURES = 5_000;
  static final int POINTS = 500_000;

  /** Of JSON: four for each point, the rest for properties. */
  static final long TOKENS = 4L * POINTS + 1_000_000;

  private FileLimits() {}
}
