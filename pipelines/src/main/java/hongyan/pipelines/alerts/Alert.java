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
 * @param until when it was last seen to happen, or null for what has a moment only
 * @param confidence 0 to 1, made of what the sources stated (the grounds say how), or null where
 *     none stated any
 * @param parts ids of the leads that were joined into it, in the order of their times; empty for
 *     one that is made of no leads
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
    boolean supported,
    @Nullable Instant until,
    @Nullable Double confidence,
    List<String> parts) {

  public Alert {
    zones = List.copyOf(zones);
    grounds = List.copyOf(grounds);
    // What was written before there were parts has none.
    parts = parts == null ? List.of() : List.copyOf(parts);
  }

  /** An alert of a moment, of which nobody stated a confidence, and that is made of no leads. */
  public Alert(
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
    this(
        id,
        kind,
        grade,
        item,
        conduct,
        time,
        raisedAt,
        county,
        zones,
        position,
        subject,
        department,
        legal,
        grounds,
        rule,
        authorised,
        supported,
        null,
        null,
        List.of());
  }

  /** Returns how often it happened again, as far as is known. */
  public int repeats() {
    return Math.max(0, parts.size() - 1);
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
    return copy(raisedAt, grade, all, false, until, confidence);
  }

  /** Returns this alert as raised at {@code moment}. */
  public Alert raised(Instant moment) {
    return copy(moment, grade, grounds, supported, until, confidence);
  }

  /** Returns this alert with the provision that it falls under, and whether a permit covers it. */
  public Alert under(Legal provision, int item, String department, boolean permitted) {
    return new Alert(
        id,
        kind,
        grade,
        item,
        conduct,
        time,
        raisedAt,
        county,
        zones,
        position,
        subject,
        department,
        provision,
        grounds,
        rule,
        permitted,
        supported,
        until,
        confidence,
        parts);
  }

  /** Returns this alert of that grade. */
  public Alert graded(Grade other) {
    return copy(raisedAt, other, grounds, supported, until, confidence);
  }

  /** Returns this alert with these grounds besides its own. */
  public Alert with(List<Ground> more) {
    List<Ground> all = Stream.concat(grounds.stream(), more.stream()).toList();
    return copy(raisedAt, grade, all, supported, until, confidence);
  }

  /** Returns this alert as going on until {@code moment}. */
  public Alert lasting(Instant moment) {
    return copy(raisedAt, grade, grounds, supported, moment, confidence);
  }

  /** Returns this alert with what its source stated of its confidence, which may be nothing. */
  public Alert stated(@Nullable Double sure) {
    return copy(raisedAt, grade, grounds, supported, until, sure);
  }

  private Alert copy(
      Instant raised,
      Grade rated,
      List<Ground> facts,
      boolean holds,
      @Nullable Instant last,
      @Nullable Double sure) {
    return new Alert(
        id,
        kind,
        rated,
        item,
        conduct,
        time,
        raised,
        county,
        zones,
        position,
        subject,
        department,
        legal,
        facts,
        rule,
        authorised,
        holds,
        last,
        sure,
        parts);
  }
}
