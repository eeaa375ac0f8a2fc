/**
 * What HJ 663 makes of day figures: statistics of months, quarters and years, attainment, good
 * days, the composite index and rankings. Pure: no Flink, no store.
 */
@NullMarked
package hongyan.pipelines.air.assessment;

import org.jspecify.annotations.NullMarked;
