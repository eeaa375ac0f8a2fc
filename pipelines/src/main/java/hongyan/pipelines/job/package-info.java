/** The Flink job: the wiring, the operators, and the log at its ends. */
@NullMarked
package hongyan.pipelines.job;

import org.jspecify.annotations.NullMarked;
