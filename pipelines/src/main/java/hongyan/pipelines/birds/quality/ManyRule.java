package hongyan.pipelines.birds.quality;

import hongyan.pipelines.birds.OccurrenceChange;
import java.util.Collection;
import java.util.List;

/** A rule that holds a record against others. Stateless; only the set of marks matters. */
public interface ManyRule {

  /** Lists what a change of a record means to the keys that it belongs to. */
  List<OccurrenceMark> marks(OccurrenceChange change);

  /** Lists the doubts about the own ones of all marks of one key. */
  List<OccurrenceDoubt> judge(Collection<OccurrenceMark> marks);
}
