/** Inspection targets: what was asked, what is so, the gap, and the report on it. */
@NullMarked
package hongyan.service.inspection;

import org.jspecify.annotations.NullMarked;
