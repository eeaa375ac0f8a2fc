/** Who asked for what: a log that is only added to, each entry chained to the one before. */
@NullMarked
package hongyan.service.audit;

import org.jspecify.annotations.NullMarked;
