/** Bird counts over HTTP. */
@NullMarked
package hongyan.service.birds;

import org.jspecify.annotations.NullMarked;
