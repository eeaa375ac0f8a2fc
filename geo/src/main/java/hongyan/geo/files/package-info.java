/**
 * Files of polygons as people bring them: their formats, their datums, and what is wrong in them.
 */
@NullMarked
package hongyan.geo.files;

import org.jspecify.annotations.NullMarked;
