/** Patrol points: the nearest one, and how well they cover a zone. */
@NullMarked
package hongyan.geo.patrol;

import org.jspecify.annotations.NullMarked;
