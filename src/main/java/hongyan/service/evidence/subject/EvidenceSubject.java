package hongyan.service.evidence.subject;

import hongyan.geo.place.Position;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a package is about, with all that it rests on.
 *
 * @param kind {@code alerts}, {@code targets} or {@code problems}
 * @param title in Chinese, as on the first page
 * @param county adcode, or null for the whole city
 * @param facts what the first page says of it, in order
 * @param records where the records are, as an alert's grounds have them: {@code finding/ID}, {@code
 *     reading/IDENTITY}, {@code occurrence/ID}, {@code forecast/IDENTITY}, {@code day/STATION/DATE}
 *     (all readings of that day), {@code readings/STATION/POLLUTANT/FROM/TO} (of these days, both
 *     inclusive), {@code casualty/ID}, {@code zone/ID/VERSION}, {@code permit/ID}
 * @param attachments SHA-256 of files that belong to it itself
 * @param rules rules and standards with their versions
 * @param history every decision, oldest first
 * @param content the whole of it as it is written to JSON
 * @param beside what a figure rests on beside the records
 */
public record EvidenceSubject(
    String kind,
    String id,
    String title,
    @Nullable String county,
    @Nullable Position position,
    List<Fact> facts,
    List<String> records,
    List<String> attachments,
    List<Version> rules,
    List<Step> history,
    Object content,
    Beside beside) {

  /** One line of the first page. */
  public record Fact(String label, String text) {}

  /** A rule, standard or document with its version. */
  public record Version(String name, String version) {}

  /** One decision: who, when, what and why. */
  public record Step(Instant at, String who, String what, @Nullable String note) {}

  /**
   * What a figure rests on beside the records.
   *
   * @param days {@code day/SUBJECT/DATE} and the like whose figures it is made of
   * @param tables what was counted, each a JSON file of that name
   * @param queries what gives its records, within the public interface
   */
  public record Beside(List<String> days, Map<String, List<?>> tables, List<String> queries) {
    public static final Beside NOTHING = new Beside(List.of(), Map.of(), List.of());

    public Beside {
      days = List.copyOf(days);
      tables = Map.copyOf(tables);
      queries = List.copyOf(queries);
    }
  }

  /** Makes one that is no figure. */
  public EvidenceSubject(
      String kind,
      String id,
      String title,
      @Nullable String county,
      @Nullable Position position,
      List<Fact> facts,
      List<String> records,
      List<String> attachments,
      List<Version> rules,
      List<Step> history,
      Object content) {
    this(
        kind,
        id,
        title,
        county,
        position,
        facts,
        records,
        attachments,
        rules,
        history,
        content,
        Beside.NOTHING);
  }

  public EvidenceSubject {
    facts = List.copyOf(facts);
    records = List.copyOf(records);
    attachments = List.copyOf(attachments);
    rules = List.copyOf(rules);
    history = List.copyOf(history);
  }
}
