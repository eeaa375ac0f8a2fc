/** The product under load and under faults: as one process, and as parts that each are one. */
@NullMarked
package hongyan.benchmarks.parts;

import org.jspecify.annotations.NullMarked;
