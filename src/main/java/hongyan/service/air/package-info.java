/** Air-quality figures over HTTP. */
@NullMarked
package hongyan.service.air;

import org.jspecify.annotations.NullMarked;
