/** How long evidence is kept, and what is left of what was deleted by rule. */
@NullMarked
package hongyan.service.retention;

import org.jspecify.annotations.NullMarked;
