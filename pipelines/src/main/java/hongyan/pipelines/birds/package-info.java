/** Bird records (Darwin Core occurrences) and the counts made of them. Pure: no Flink, no store. */
@NullMarked
package hongyan.pipelines.birds;

import org.jspecify.annotations.NullMarked;
