/** How fast the parts and the whole are, each beside the plainest thing that does the same. */
@NullMarked
package hongyan.benchmarks;

import org.jspecify.annotations.NullMarked;
