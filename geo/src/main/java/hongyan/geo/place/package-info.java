/** Positions on earth, the datums they come in, distances and areas, counties. */
@NullMarked
package hongyan.geo.place;

import org.jspecify.annotations.NullMarked;
