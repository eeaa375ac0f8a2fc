package hongyan.geo.files;

/** Thrown when a file as a whole cannot be taken: nothing of it was. */
public final class UnreadableFile extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String rule;

  UnreadableFile(String rule, String message) {
    super(message);
    this.rule = rule;
  }

  UnreadableFile(String rule, String message, Throwable cause) {
    super(message, cause);
    this.rule = rule;
  }

  /**
   * Returns the rule that it breaks: {@code empty}, {@code unknown-format}, {@code too-large},
   * {@code broken-geojson}, {@code broken-kml}, {@code broken-zip}, {@code unsafe-path}, {@code
   * broken-shapefile}, {@code broken-geopackage}, {@code several-layers}, {@code no-features},
   * {@code too-many-features}, {@code too-many-points}, {@code unknown-datum}.
   */
  public String rule() {
    return rule;
  }
}
