/** Zones with their versions and seasons, and the index that says which of them cover a place. */
@NullMarked
package hongyan.geo.zones;

import org.jspecify.annotations.NullMarked;
