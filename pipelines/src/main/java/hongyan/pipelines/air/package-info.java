/**
 * The arithmetic of the air-quality standards: hours, days, IAQI, AQI, and the rules over them.
 * Pure: no Flink, no store.
 */
@NullMarked
package hongyan.pipelines.air;

import org.jspecify.annotations.NullMarked;
