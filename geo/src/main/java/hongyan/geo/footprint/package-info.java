/** What a project's ground means for the zones near it (Regulation, article 4(3)). */
@NullMarked
package hongyan.geo.footprint;

import org.jspecify.annotations.NullMarked;
