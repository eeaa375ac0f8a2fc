/**
 * The forms that a body may have: text of one encoding, taken apart into items, nothing judged yet.
 */
@NullMarked
package hongyan.service.doors.forms;

import org.jspecify.annotations.NullMarked;
