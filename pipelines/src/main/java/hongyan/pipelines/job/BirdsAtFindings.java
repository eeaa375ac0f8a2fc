package hongyan.pipelines.job;

import hongyan.pipelines.findings.BirdSite;
import hongyan.pipelines.findings.BirdsThere;
import hongyan.pipelines.findings.FindingSite;
import hongyan.pipelines.findings.Presence;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.NullUnmarked;

/**
 * Brings findings and birds of one grid cell together, whichever comes first. Both wait for the
 * other for {@link #WAITING} after they arrived, however old they are, and are then forgotten: what
 * was found by then stays in the alert.
 */
@NullUnmarked
final class BirdsAtFindings
    extends KeyedCoProcessFunction<String, FindingSite, BirdSite, BirdsThere> {

  private static final long serialVersionUID = 1L;
  private static final long DAY = Duration.ofDays(1).toMillis();

  /** How long a tag's upload or a late finding may take: the platform's own choice. */
  static final Duration WAITING = Duration.ofDays(60);

  private final Presence presence;
  private transient MapState<String, FindingSite> findings;
  private transient MapState<String, BirdSite> birds;
  private transient MapState<String, Long> until;

  BirdsAtFindings(Presence presence) {
    this.presence = presence;
  }

  @Override
  public void open(OpenContext context) {
    var runtime = getRuntimeContext();
    findings =
        runtime.getMapState(new MapStateDescriptor<>("findings", String.class, FindingSite.class));
    birds = runtime.getMapState(new MapStateDescriptor<>("birds", String.class, BirdSite.class));
    until = runtime.getMapState(new MapStateDescriptor<>("until", String.class, Long.class));
  }

  @Override
  public void processElement1(FindingSite finding, Context context, Collector<BirdsThere> out)
      throws Exception {
    findings.put(finding.findingID(), finding);
    keep("finding/" + finding.findingID(), context.timerService());
    out.collect(presence.birdsAt(finding, list(birds.values())));
  }

  @Override
  public void processElement2(BirdSite bird, Context context, Collector<BirdsThere> out)
      throws Exception {
    BirdSite before = birds.get(bird.occurrenceID());
    if (bird.there()) {
      birds.put(bird.occurrenceID(), bird);
      keep("bird/" + bird.occurrenceID(), context.timerService());
    } else {
      birds.remove(bird.occurrenceID());
      until.remove("bird/" + bird.occurrenceID());
    }
    List<BirdSite> all = null;
    for (FindingSite finding : list(findings.values())) {
      boolean concerns =
          presence.meets(finding, bird) || (before != null && presence.meets(finding, before));
      if (concerns) {
        all = all == null ? list(birds.values()) : all;
        out.collect(presence.birdsAt(finding, all));
      }
    }
  }

  @Override
  public void onTimer(long time, OnTimerContext context, Collector<BirdsThere> out)
      throws Exception {
    for (String kept : list(until.keys())) {
      if (until.get(kept) <= time) {
        until.remove(kept);
        String id = kept.substring(kept.indexOf('/') + 1);
        if (kept.startsWith("bird/")) {
          birds.remove(id);
        } else {
          findings.remove(id);
        }
      }
    }
  }

  private void keep(String entry, TimerService timers) throws Exception {
    long end = (timers.currentProcessingTime() + WAITING.toMillis()) / DAY * DAY + DAY;
    until.put(entry, end);
    timers.registerProcessingTimeTimer(end);
  }

  private static <T> List<T> list(Iterable<T> items) {
    var list = new ArrayList<T>();
    items.forEach(list::add);
    return list;
  }
}
