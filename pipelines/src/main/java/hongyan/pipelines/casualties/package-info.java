/** Birds that were found dead, sick, hurt or trapped. Pure: no Flink, no store. */
@NullMarked
package hongyan.pipelines.casualties;

import org.jspecify.annotations.NullMarked;
