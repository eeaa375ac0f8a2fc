/** What an operator's monitoring is told about the work: how much, how late, how it ended. */
@NullMarked
package hongyan.service.metrics;

import org.jspecify.annotations.NullMarked;
