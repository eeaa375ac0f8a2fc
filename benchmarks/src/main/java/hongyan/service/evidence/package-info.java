/** What the benchmarks drive of the package of the same name. */
@NullMarked
package hongyan.service.evidence;

import org.jspecify.annotations.NullMarked;
