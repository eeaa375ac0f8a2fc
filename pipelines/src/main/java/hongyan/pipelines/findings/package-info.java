/** Reports that a prohibited conduct may have taken place. Pure: no Flink, no store. */
@NullMarked
package hongyan.pipelines.findings;

import org.jspecify.annotations.NullMarked;
