/**
 * Doubts about bird records: which rules raise them, and on what. Pure: no Flink, no store. What a
 * doubt and a decision are is the same as for readings ({@link hongyan.pipelines.quality}).
 */
@NullMarked
package hongyan.pipelines.birds.quality;

import org.jspecify.annotations.NullMarked;
