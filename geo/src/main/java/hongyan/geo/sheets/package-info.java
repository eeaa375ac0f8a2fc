/** Numbers that were chosen rather than computed, read from files that say where they come from. */
@NullMarked
package hongyan.geo.sheets;

import org.jspecify.annotations.NullMarked;
