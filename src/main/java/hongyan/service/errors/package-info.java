/** RFC 9457 problem documents for everything that goes wrong over HTTP. */
@NullMarked
package hongyan.service.errors;

import org.jspecify.annotations.NullMarked;
