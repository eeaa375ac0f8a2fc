package hongyan.pipelines.job;

import hongyan.pipelines.changes.Revision;
import hongyan.pipelines.quality.DayQuality;
import hongyan.pipelines.quality.Decision;
import hongyan.pipelines.quality.JudgedDay;
import hongyan.pipelines.quality.KnownReading;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The readings of a day, those beside it, and the decisions, by cell. */
record DayContent(
    String date,
    Map<String, KnownReading> own,
    Map<String, KnownReading> beside,
    Map<String, Decision> decisions) {

  JudgedDay judge(DayQuality quality) {
    return quality.judge(date, own.values(), beside.values(), decisions);
  }

  /** Returns the day as it would be if nothing of {@code revisions} had come. */
  DayContent without(Map<String, Revision> revisions) {
    var readings = new HashMap<>(own);
    var verdicts = new HashMap<>(decisions);
    revisions.forEach(
        (cell, revision) -> {
          putBack(readings, cell, revision.former());
          putBack(verdicts, cell, revision.formerDecision());
        });
    return new DayContent(date, readings, beside, verdicts);
  }

  private static <T> void putBack(Map<String, T> values, String cell, @Nullable T former) {
    if (former == null) {
      values.remove(cell);
    } else {
      values.put(cell, former);
    }
  }
}
