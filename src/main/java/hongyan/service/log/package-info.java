/** The log that makes an answer of 202 true. */
@NullMarked
package hongyan.service.log;

import org.jspecify.annotations.NullMarked;
