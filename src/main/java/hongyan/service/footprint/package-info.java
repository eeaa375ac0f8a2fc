/** Checks of a project's ground against zones, kept and printed. */
@NullMarked
package hongyan.service.footprint;

import org.jspecify.annotations.NullMarked;
