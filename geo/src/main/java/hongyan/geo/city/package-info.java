/** A city is a folder: its counties, zones and the files that other floors read. */
@NullMarked
package hongyan.geo.city;

import org.jspecify.annotations.NullMarked;
