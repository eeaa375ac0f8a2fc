package hongyan.pipelines.records;

/**
 * The topics of the log. Values are JSON ({@link Json}); keys are identities, of readings the
 * station.
 */
public final class Topics {
  public static final String READINGS = "readings";
  public static final String OCCURRENCES = "occurrences";
  public static final String FINDINGS = "findings";
  public static final String CASUALTIES = "casualties";
  public static final String FORECASTS = "forecasts";
  public static final String DEVICE_STATUS = "device-status";

  /** What people decided about readings, keyed by the reading's identity. */
  public static final String DECISIONS = "decisions";

  /** What people decided about bird records, keyed by occurrenceID. */
  public static final String OCCURRENCE_DECISIONS = "occurrence-decisions";

  /**
   * Compacted: {@code station/ID}, {@code device/ID}, {@code permit/ID}, {@code zone/ID/VERSION}.
   */
  public static final String REFERENCE = "reference";

  /** Which raw texts were kept long enough ({@link Deletion}), keyed by the topic they came to. */
  public static final String DELETIONS = "deletions";

  public static final String ALERTS = "alerts";
  public static final String REJECTS = "rejects";

  /** Uploads of HJ 212 that make no readings, as they came, keyed by the device's identity. */
  public static final String FRAMES = "frames";

  /** Before the name of a topic: the one that other producers write such records to. */
  public static final String INBOX = "inbox.";

  private Topics() {}
}
