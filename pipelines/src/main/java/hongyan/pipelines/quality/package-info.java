/**
 * Doubts about readings, named and worded, and the decisions that people take on them. Pure: no
 * clock, no store.
 */
@NullMarked
package hongyan.pipelines.quality;

import org.jspecify.annotations.NullMarked;
