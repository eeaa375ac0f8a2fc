package hongyan.pipelines.findings;

import hongyan.geo.place.Geodesy;
import hongyan.geo.place.Position;
import hongyan.pipelines.birds.Occurrence;
import hongyan.pipelines.birds.OccurrenceChange;
import hongyan.pipelines.birds.PlacedOccurrence;
import java.io.Serializable;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * When birds count as having been there (Article 7, items 6 and 7): a present bird record within a
 * distance and a time of the finding, both inclusive, whose stated uncertainty is no larger than
 * that distance. No official source gives these numbers; they are the platform's own choice.
 *
 * @param metres how near
 * @param hours how long before or after
 */
public record Presence(double metres, int hours) implements Serializable {

  /** Within a kilometre and a day. */
  public static final Presence USUAL = new Presence(1_000, 24);

  private static final int SHOWN = 3;

  public Presence {
    if (!(metres > 0 && metres <= 50_000) || hours < 0) {
      throw new IllegalArgumentException(
          "presence: metres=%s hours=%d, must be above 0 and up to 50000, 0 or more"
              .formatted(metres, hours));
    }
  }

  /** Returns the site of a finding that has a position. */
  public static FindingSite site(String findingID, Position position, Instant time) {
    return new FindingSite(Grid.cell(position), findingID, position, time);
  }

  /** Lists what a bird record says to the cells around it, and around where it was before. */
  public List<BirdSite> sites(OccurrenceChange change) {
    List<BirdSite> now = sites(change.after(), true);
    if (change.before() == null) {
      return now;
    }
    // A cell that hears of it again forgets what it heard before.
    Set<String> told = now.stream().map(BirdSite::cell).collect(Collectors.toSet());
    return Stream.concat(
            sites(change.before(), false).stream().filter(site -> !told.contains(site.cell())),
            now.stream())
        .toList();
  }

  /** Returns which of {@code birds} were there when and where the finding was. */
  public BirdsThere birdsAt(FindingSite finding, Collection<BirdSite> birds) {
    List<BirdSite> there =
        birds.stream()
            .filter(bird -> meets(finding, bird))
            .sorted(
                Comparator.comparingDouble(
                        (BirdSite b) -> Geodesy.metres(b.position(), finding.position()))
                    .thenComparing(BirdSite::occurrenceID))
            .toList();
    return new BirdsThere(
        finding.findingID(),
        finding.position(),
        finding.time(),
        there.stream().limit(SHOWN).map(BirdSite::occurrenceID).toList(),
        there.stream().map(BirdSite::receivedAt).min(Comparator.naturalOrder()).orElse(null));
  }

  /** Returns whether the birds were near enough in place and time. */
  public boolean meets(FindingSite finding, BirdSite bird) {
    long reach = hours * 3_600L;
    return !finding.time().isBefore(bird.from().minusSeconds(reach))
        && !finding.time().isAfter(bird.to().plusSeconds(reach))
        && Geodesy.metres(finding.position(), bird.position()) <= metres;
  }

  /** A fix that may be farther off than birds may be says nothing about a place. */
  private boolean isNear(Occurrence occurrence) {
    Double radius = occurrence.coordinateUncertaintyInMeters();
    return radius == null || radius <= metres;
  }

  private List<BirdSite> sites(PlacedOccurrence placed, boolean there) {
    Occurrence o = placed.occurrence();
    Stream<String> cells =
        placed.counts() && isNear(o)
            ? Grid.cellsWithin(o.position(), metres).stream()
            : Stream.empty();
    Instant end = o.eventEnd() == null ? o.eventStart() : o.eventEnd();
    return cells
        .map(
            cell ->
                new BirdSite(
                    cell,
                    o.occurrenceID(),
                    o.position(),
                    o.eventStart(),
                    end,
                    o.receipt().receivedAt(),
                    there))
        .toList();
  }
}
