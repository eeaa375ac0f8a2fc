/** The patrol layer: points in grid cells, visits, the nearest point, coverage of flyways. */
@NullMarked
package hongyan.service.patrol;

import org.jspecify.annotations.NullMarked;
