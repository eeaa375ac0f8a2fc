/** The commands of the program. */
@NullMarked
package hongyan.service.cli;

import org.jspecify.annotations.NullMarked;
