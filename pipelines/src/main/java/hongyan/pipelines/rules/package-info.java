/**
 * Rules that look at many stations or days at once and raise alerts. Pure; every threshold is in a
 * file under {@code rules/} with its source.
 */
@NullMarked
package hongyan.pipelines.rules;

import org.jspecify.annotations.NullMarked;
