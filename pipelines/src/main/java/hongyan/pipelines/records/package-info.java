/**
 * What every accepted record carries, whatever it is about: where it came from, and its version.
 */
@NullMarked
package hongyan.pipelines.records;

import org.jspecify.annotations.NullMarked;
