/** What was refused and by which rule: kept, shown, and told in two languages. */
@NullMarked
package hongyan.service.doors.rejects;

import org.jspecify.annotations.NullMarked;
