/** The pipelines in this process, on Flink's mini cluster. */
@NullMarked
package hongyan.service.engine;

import org.jspecify.annotations.NullMarked;
