/** Leads that belong together, joined into one alert. Pure: no Flink, no store. */
@NullMarked
package hongyan.pipelines.episodes;

import org.jspecify.annotations.NullMarked;
