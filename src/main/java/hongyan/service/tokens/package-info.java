/** Bearer tokens, by which programs and devices say who they are. */
@NullMarked
package hongyan.service.tokens;

import org.jspecify.annotations.NullMarked;
