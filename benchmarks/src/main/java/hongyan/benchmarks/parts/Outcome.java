package hongyan.benchmarks.parts;

import java.util.Locale;

/**
 * What came of one run.
 *
 * @param again how often a body had to be sent again
 * @param seconds from the end of the fault until a reading that was sent after it was shown
 */
record Outcome(String layout, String fault, Load load, Stored stored, int again, double seconds) {
  static final String HEADER =
      "| layout | fault | acknowledged | stored | lost | doubled | days not whole | sent again |"
          + " back after |\n"
          + "| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n";

  private int acknowledged() {
    return load.readings() + load.findings();
  }

  private int kept() {
    return stored.readings() + stored.alerts();
  }

  String markdown() {
    return String.format(
        Locale.ROOT,
        "| %s | %s | %,d | %,d | %,d | %,d | %d | %d | %.1f s |%n",
        layout,
        fault,
        acknowledged(),
        kept(),
        acknowledged() - kept(),
        stored.doubled(),
        stored.unfinishedDays(),
        again,
        seconds);
  }
}
