package hongyan.service.replay;

import java.io.PrintStream;
import java.util.Map;
import java.util.TreeMap;

/** What became of everything that was sent. Counts only what the service said. For one thread. */
public final class Totals {
  private static final int SHOWN = 10;

  private int files;
  private long records;
  private long accepted;
  private long duplicates;
  private long ignored;
  private long rejected;
  private long inRefusedBodies;
  private int stations;
  private final Map<String, Long> rejectedByRule = new TreeMap<>();
  private final Map<String, String> exampleByRule = new TreeMap<>();
  private final Map<String, Long> notTaken = new TreeMap<>();
  private final Map<String, Long> refused = new TreeMap<>();

  void file() {
    files++;
  }

  void station() {
    stations++;
  }

  void notTaken(String reason, int count) {
    notTaken.merge(reason, (long) count, Long::sum);
  }

  /** Counts a file or station that was refused, under the words that say why. */
  void refused(String why) {
    refused.merge(why, 1L, Long::sum);
  }

  /** Counts a body with the service's answer to it. */
  public void body(Body body, Answer answer) {
    records += body.records();
    accepted += answer.accepted();
    duplicates += answer.duplicates();
    ignored += answer.ignored();
    rejected += answer.rejected();
    answer
        .rejectedByRule()
        .forEach((rule, count) -> rejectedByRule.merge(rule, (long) count, Long::sum));
    answer.exampleByRule().forEach(exampleByRule::putIfAbsent);
    if (!answer.bodyTaken()) {
      inRefusedBodies += body.records();
      refused("body to /" + body.endpoint() + ": " + answer.reason());
    }
  }

  public long records() {
    return records;
  }

  public long accepted() {
    return accepted;
  }

  public long duplicates() {
    return duplicates;
  }

  public long rejected() {
    return rejected;
  }

  /** Returns whether nothing at all was refused. */
  public boolean allTaken() {
    return rejected == 0 && refused.isEmpty();
  }

  /** Prints the account; {@code nanos} is how long it took. */
  public void print(PrintStream out, long nanos) {
    double seconds = Math.max(nanos, 1) / 1e9;
    if (files > 0) {
      out.printf("files        %,12d%n", files);
    }
    out.printf("records in   %,12d%n", records);
    out.printf("accepted     %,12d%n", accepted);
    out.printf("duplicates   %,12d%n", duplicates);
    out.printf("ignored      %,12d%n", ignored);
    out.printf("rejected     %,12d%n", rejected);
    rejectedByRule.forEach(
        (rule, count) -> out.printf("  %,10d  %s%s%n", count, rule, example(rule)));
    if (inRefusedBodies > 0) {
      out.printf("in bodies refused as a whole %,d%n", inRefusedBodies);
    }
    long unaccounted = records - accepted - duplicates - ignored - rejected - inRefusedBodies;
    if (unaccounted != 0) {
      out.printf("the service's counts differ from ours by %,d%n", unaccounted);
    }
    if (!notTaken.isEmpty()) {
      out.printf("not taken from the files%n");
      notTaken.forEach((reason, count) -> out.printf("  %,10d  %s%n", count, reason));
    }
    if (stations > 0) {
      out.printf("stations registered %,d%n", stations);
    }
    printRefused(out);
    out.printf("%.1f s, %,.0f records/s%n", seconds, records / seconds);
  }

  private String example(String rule) {
    String words = exampleByRule.get(rule);
    return words == null ? "" : ", for example " + words;
  }

  private void printRefused(PrintStream out) {
    if (refused.isEmpty()) {
      return;
    }
    out.printf("refused%n");
    refused.entrySet().stream()
        .limit(SHOWN)
        .forEach(entry -> out.printf("  %,10d  %s%n", entry.getValue(), entry.getKey()));
    if (refused.size() > SHOWN) {
      out.printf("  and %,d other reasons%n", refused.size() - SHOWN);
    }
  }
}
