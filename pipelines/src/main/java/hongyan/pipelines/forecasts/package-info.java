/**
 * Forecasts of the air: the official ones as they were issued, a simple baseline of our own beside
 * them, and how good both turned out to be. Pure.
 */
@NullMarked
package hongyan.pipelines.forecasts;

import org.jspecify.annotations.NullMarked;
