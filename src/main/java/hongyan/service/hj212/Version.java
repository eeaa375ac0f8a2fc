package hongyan.service.hj212;

/** The versions of HJ 212, told by the bits 2 to 7 of {@code Flag}. */
public enum Version {
  HJT_212_2005("HJ/T 212-2005"),
  HJ_212_2017("HJ 212-2017"),
  HJ_212_2025("HJ 212-2025");

  private final String title;

  Version(String title) {
    this.title = title;
  }

  public String title() {
    return title;
  }

  /** Returns the version that a {@code Flag} states; later bits than known are read as the last. */
  static Version of(int flag) {
    return values()[Math.min(flag >> 2, values().length - 1)];
  }
}
