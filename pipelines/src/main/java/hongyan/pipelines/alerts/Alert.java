package hongyan.pipelines.alerts;

import hongyan.geo.law.Grade;
import hongyan.geo.place.Position;
import hongyan.geo.zones.ZoneRef;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something that the platform asks a person to look at: a lead, never a verdict.
 *
 * <p>The pipelines say what it rests on; the service keeps its state and history. The identity
 * comes from content (rule and cause), so raising it again changes nothing but what is new in it.
 *
 * @param id rule and cause, for example {@code violation-F17} or {@code smoke-P01-2024-10-22T22}
 * @param item item of Article 7, or null where it is not a violation
 * @param conduct code of the conduct; for a pollution alert {@code reminder}, {@code
 *     dust-reminder}, {@code transport-reminder}, {@code warning-yellow}, {@code warning-orange} or
 *     {@code warning-red}
 * @param time when it happened, by the records; {@link #raisedAt} is when the platform noticed
 * @param county adcode, or null
 * @param subject station or area that a pollution alert or signal is about, or null
 * @param department who it goes to
 * @param authorised a permit covers it: shown and counted, not a lead
 * @param supported false once later or corrected records no longer support it
 */
public record Alert(
    String id,
    AlertKind kind,
    Grade grade,
    @Nullable Integer item,
    String conduct,
    Instant time,
    Instant raisedAt,
    @Nullable String county,
    List<ZoneRef> zones,
    @Nullable Position position,
    @Nullable String subject,
    @Nullable String department,
    @Nullable Legal legal,
    List<Ground> grounds,
    RuleRef rule,
    boolean authorised,
    boolean supported) {

  public Alert {
    zones = List.copyOf(zones);
    grounds = List.copyOf(grounds);
  }

  /**
   * Returns this alert as one that the records no longer support, with the ground that says why;
   * one that is withdrawn already stays as it is.
   */
  public Alert withdrawn(Ground why) {
    if (!supported) {
      return this;
    }
    List<Ground> all = Stream.concat(grounds.stream(), Stream.of(why)).toList();
    return copy(raisedAt, legal, all, authorised, false);
  }

  /** Returns this alert as raised at {@code moment}. */
  public Alert raised(Instant moment) {
    return copy(moment, legal, grounds, authorised, supported);
  }

  /** Returns this alert with the provision that it falls under, and whether a permit covers it. */
  public Alert under(Legal provision, boolean permitted) {
    return copy(raisedAt, provision, grounds, permitted, supported);
  }

  private Alert copy(
      Instant raised,
      @Nullable Legal provision,
      List<Ground> facts,
      boolean permitted,
      boolean holds) {
    return new Alert(
        id,
        kind,
        grade,
        item,
        conduct,
        time,
        raised,
        county,
        zones,
        position,
        subject,
        department,
        provision,
        facts,
        rule,
        permitted,
        holds);
  }
}
