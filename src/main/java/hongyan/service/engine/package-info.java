/** The pipelines: on Flink's mini cluster in this process, or on a Flink cluster. */
@NullMarked
package hongyan.service.engine;

import org.jspecify.annotations.NullMarked;
