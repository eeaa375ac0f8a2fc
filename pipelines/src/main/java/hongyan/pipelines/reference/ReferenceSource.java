package hongyan.pipelines.reference;

import java.io.Serializable;

/**
 * Where operators get their reference from, wherever in the cluster they run.
 *
 * <p>Not broadcast state, on purpose: a broadcast comes when it comes, so a record could be judged
 * by less than the door had seen that took it; and every subtask's checkpoint would hold every
 * polygon. Here each record names the offset that it needs, and a process reads the log once.
 */
@FunctionalInterface
public interface ReferenceSource extends Serializable {

  /** Opens the view; whoever opens it closes it. */
  ReferenceView open();
}
