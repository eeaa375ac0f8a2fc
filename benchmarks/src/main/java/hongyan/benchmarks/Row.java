package hongyan.benchmarks;

import java.util.Locale;

/**
 * One line of the table: how much of something ours does in a second, and a peer beside it.
 *
 * @param unit what is counted, in the plural
 */
record Row(String what, String unit, double ours, String peer, double peers) {
  static final String HEADER =
      "| what | unit | ours, per second | peer | peer, per second | ours / peer |\n"
          + "| --- | --- | ---: | --- | ---: | ---: |\n";

  String markdown() {
    return "| %s | %s | %s | %s | %s | %s |\n"
        .formatted(what, unit, number(ours), peer, number(peers), number(ours / peers));
  }

  /** Three digits are more than the noise of such a machine lets one trust. */
  private static String number(double value) {
    if (value >= 1_000) {
      double step = Math.pow(10, Math.floor(Math.log10(value)) - 2);
      return String.format(Locale.ROOT, "%,.0f", Math.round(value / step) * step);
    }
    return String.format(Locale.ROOT, value >= 100 ? "%.0f" : value >= 10 ? "%.1f" : "%.2f", value);
  }
}
