/** What late, corrected and decided data have changed in figures that were there already. */
@NullMarked
package hongyan.pipelines.changes;

import org.jspecify.annotations.NullMarked;
