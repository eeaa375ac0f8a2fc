package hongyan.pipelines.episodes;

import hongyan.geo.place.Geodesy;
import hongyan.geo.place.Position;
import hongyan.pipelines.alerts.Alert;
import hongyan.pipelines.alerts.Lead;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Parts the leads of one group, which are in the order of time, by how they hang together. */
final class Clusters {

  /**
   * Leads that hang together, in the order of time.
   *
   * @param core those that count; at least one
   * @param support those that are too weak to count
   */
  record Cluster(List<Lead> core, List<Lead> support) {}

  private final List<Lead> leads;
  private final Joining.Family family;
  private final Joining.Combine combine;
  private final boolean[] counts;
  private final int[] parent;

  Clusters(List<Lead> leads, Joining.Family family, Joining.Combine combine) {
    this.leads = leads;
    this.family = family;
    this.combine = combine;
    this.counts = new boolean[leads.size()];
    this.parent = new int[leads.size()];
    for (int i = 0; i < leads.size(); i++) {
      counts[i] = leads.get(i).alone() || combined(i);
      parent[i] = i;
    }
  }

  List<Cluster> list() {
    linkWhatCounts();
    Map<Integer, Cluster> byFirst = new TreeMap<>();
    for (int i = 0; i < counts.length; i++) {
      if (counts[i]) {
        byFirst
            .computeIfAbsent(first(i), first -> new Cluster(new ArrayList<>(), new ArrayList<>()))
            .core()
            .add(leads.get(i));
      }
    }
    for (int i = 0; i < counts.length; i++) {
      int nearest = counts[i] ? -1 : nearestThatCounts(i);
      if (nearest >= 0) {
        byFirst.get(first(nearest)).support().add(leads.get(i));
      }
    }
    return List.copyOf(byFirst.values());
  }

  private void linkWhatCounts() {
    for (int i = 0; i < counts.length; i++) {
      Instant reach = Episodes.end(leads.get(i).alert()).plus(family.gap());
      for (int j = i + 1; j < counts.length && !leads.get(j).alert().time().isAfter(reach); j++) {
        if (counts[i] && counts[j] && linked(leads.get(i), leads.get(j))) {
          unite(i, j);
        }
      }
    }
  }

  /** Whether enough weak ones of the same conduct lie around it, itself among them. */
  private boolean combined(int index) {
    Alert alert = leads.get(index).alert();
    Duration within = Duration.ofMinutes(combine.minutes());
    return leads.stream()
            .filter(other -> !other.alone() && other.alert().conduct().equals(alert.conduct()))
            .filter(other -> gap(other.alert(), alert).compareTo(within) <= 0)
            .filter(other -> isNear(other.alert(), alert, combine.metres()))
            .count()
        >= combine.count();
  }

  private int nearestThatCounts(int weak) {
    Alert alert = leads.get(weak).alert();
    Comparator<Integer> nearness =
        Comparator.comparing((Integer i) -> gap(leads.get(i).alert(), alert))
            .thenComparing(Comparator.naturalOrder());
    List<Integer> candidates = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] && linked(leads.get(i), leads.get(weak))) {
        candidates.add(i);
      }
    }
    return candidates.stream().min(nearness).orElse(-1);
  }

  private boolean linked(Lead one, Lead other) {
    if (gap(one.alert(), other.alert()).compareTo(family.gap()) > 0) {
      return false;
    }
    boolean sameSeller =
        family.sellers() && one.seller() != null && one.seller().equals(other.seller());
    return sameSeller || isNear(one.alert(), other.alert(), family.metres());
  }

  /** A lead without a position is near nothing. */
  private static boolean isNear(Alert one, Alert other, double metres) {
    Position a = one.position();
    Position b = other.position();
    return a != null && b != null && Geodesy.metres(a, b) <= metres;
  }

  /** The time between two, zero where they overlap. */
  private static Duration gap(Alert one, Alert other) {
    boolean oneFirst = !one.time().isAfter(other.time());
    Instant end = Episodes.end(oneFirst ? one : other);
    Instant begin = oneFirst ? other.time() : one.time();
    return begin.isAfter(end) ? Duration.between(end, begin) : Duration.ZERO;
  }

  private int first(int index) {
    int root = index;
    while (parent[root] != root) {
      root = parent[root];
    }
    return root;
  }

  /** The earlier one stays the root, so the root is the first of its cluster. */
  private void unite(int one, int other) {
    int a = first(one);
    int b = first(other);
    parent[Math.max(a, b)] = Math.min(a, b);
  }
}
