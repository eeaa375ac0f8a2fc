/**
 * What people decided about suggested warnings and what was officially published, kept for ever.
 */
@NullMarked
package hongyan.service.warnings;

import org.jspecify.annotations.NullMarked;
