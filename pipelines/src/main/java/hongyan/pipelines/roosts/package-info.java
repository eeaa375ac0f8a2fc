/** Roosts and what disturbs them. Pure: no Flink, no store. */
@NullMarked
package hongyan.pipelines.roosts;

import org.jspecify.annotations.NullMarked;
