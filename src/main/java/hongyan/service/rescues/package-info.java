/** Rescue cases: whose care birds came into, and what became of them. */
@NullMarked
package hongyan.service.rescues;

import org.jspecify.annotations.NullMarked;
