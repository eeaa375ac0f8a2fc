/**
 * The checks that turn one item into one record, or into faults that name field, value and rule.
 */
@NullMarked
package hongyan.service.doors.checks;

import org.jspecify.annotations.NullMarked;
