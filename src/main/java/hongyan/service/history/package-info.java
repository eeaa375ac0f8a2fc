/** What was done with alerts, by whom, when and why: append only, chained by hashes. */
@NullMarked
package hongyan.service.history;

import org.jspecify.annotations.NullMarked;
