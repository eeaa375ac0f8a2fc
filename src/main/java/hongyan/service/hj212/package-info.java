/**
 * The door that stations speak HJ 212 through, over TCP: frames come in, readings go onto the log.
 */
@NullMarked
package hongyan.service.hj212;

import org.jspecify.annotations.NullMarked;
