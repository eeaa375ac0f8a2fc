/** What devices say of themselves, and what follows from it. Pure: no Flink, no store. */
@NullMarked
package hongyan.pipelines.devices;

import org.jspecify.annotations.NullMarked;
