package hongyan.pipelines.casualties;

import hongyan.geo.place.Geodesy;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/**
 * Casualties that hang together: each is near another of them in place and time. Which ones do is a
 * function of the set of casualties, whatever the order in which they came.
 *
 * @param members by time, then by id
 */
public record Cluster(List<PlacedCasualty> members) {
  private static final Comparator<PlacedCasualty> ORDER =
      Comparator.comparing((PlacedCasualty c) -> c.casualty().time())
          .thenComparing(c -> c.casualty().casualtyID());

  /**
   * How near is near; both inclusive.
   *
   * @param metres between positions; what has none is near nothing
   */
  public record Reach(double metres, Duration time) {

    /** Returns whether two casualties are near each other. */
    public boolean joins(Casualty one, Casualty other) {
      return Duration.between(one.time(), other.time()).abs().compareTo(time) <= 0
          && near(one, other);
    }

    /** Returns whether they are near each other in place. */
    public boolean near(Casualty one, Casualty other) {
      return one.equals(other)
          || one.position() != null
              && other.position() != null
              && Geodesy.metres(one.position(), other.position()) <= metres;
    }
  }

  public Cluster {
    members = List.copyOf(members);
  }

  /** Parts the casualties into clusters, by their first members. */
  public static List<Cluster> of(Collection<PlacedCasualty> casualties, Reach reach) {
    List<PlacedCasualty> left = new ArrayList<>(casualties);
    left.sort(ORDER);
    List<Cluster> clusters = new ArrayList<>();
    while (!left.isEmpty()) {
      clusters.add(take(left, reach));
    }
    return clusters;
  }

  /** Takes the first of those left, and all that hang together with it. */
  private static Cluster take(List<PlacedCasualty> left, Reach reach) {
    List<PlacedCasualty> members = new ArrayList<>();
    Deque<PlacedCasualty> reached = new ArrayDeque<>(List.of(left.remove(0)));
    while (!reached.isEmpty()) {
      PlacedCasualty one = reached.remove();
      members.add(one);
      for (int i = 0; i < left.size(); ) {
        Casualty other = left.get(i).casualty();
        if (other.time().isAfter(one.casualty().time().plus(reach.time()))) {
          break;
        }
        if (reach.joins(one.casualty(), other)) {
          reached.add(left.remove(i));
        } else {
          i++;
        }
      }
    }
    members.sort(ORDER);
    return new Cluster(members);
  }

  public PlacedCasualty first() {
    return members.get(0);
  }
}
