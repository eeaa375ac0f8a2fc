package hongyan.pipelines.birds.quality;

import hongyan.geo.place.Counties;
import hongyan.pipelines.birds.OccurrenceChange;
import hongyan.pipelines.birds.PlacedOccurrence;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The rules that look at one record alone. */
public final class RecordRules {
  private final CoordinateRules coordinates;
  private final NameRules names = new NameRules();
  private final DateRule date = new DateRule();

  /**
   * @throws IllegalStateException when a rule's sheet is missing or wrong; names it
   */
  public RecordRules(Counties counties) {
    this.coordinates = new CoordinateRules(counties);
  }

  /** Lists the doubts about a record. */
  public List<OccurrenceDoubt> check(PlacedOccurrence placed) {
    List<OccurrenceDoubt> doubts = new ArrayList<>(coordinates.check(placed));
    names.check(placed.occurrence()).ifPresent(doubts::add);
    date.check(placed.occurrence()).ifPresent(doubts::add);
    return doubts;
  }

  /** Lists the doubts about what a record says now, and those that its correction has ended. */
  public List<OccurrenceDoubt> changes(OccurrenceChange change) {
    List<OccurrenceDoubt> now = check(change.after());
    if (change.before() == null) {
      return now;
    }
    Set<String> standing = now.stream().map(OccurrenceDoubt::rule).collect(Collectors.toSet());
    List<OccurrenceDoubt> all = new ArrayList<>(now);
    check(change.before()).stream()
        .filter(doubt -> !standing.contains(doubt.rule()))
        .map(OccurrenceDoubt::gone)
        .forEach(all::add);
    return all;
  }
}
