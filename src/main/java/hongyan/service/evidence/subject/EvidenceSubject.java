package hongyan.service.evidence.subject;

import hongyan.geo.place.Position;
import java.time.Instant;
import java.util.List;
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
 *     (all readings of that day), {@code zone/ID/VERSION}, {@code permit/ID}
 * @param attachments SHA-256 of files that belong to it itself
 * @param rules rules and standards with their versions
 * @param history every decision, oldest first
 * @param content the whole of it as it is written to JSON
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
    Object content) {

  /** One line of the first page. */
  public record Fact(String label, String text) {}

  /** A rule, standard or document with its version. */
  public record Version(String name, String version) {}

  /** One decision: who, when, what and why. */
  public record Step(Instant at, String who, String what, @Nullable String note) {}

  public EvidenceSubject {
    facts = List.copyOf(facts);
    records = List.copyOf(records);
    attachments = List.copyOf(attachments);
    rules = List.copyOf(rules);
    history = List.copyOf(history);
  }
}
