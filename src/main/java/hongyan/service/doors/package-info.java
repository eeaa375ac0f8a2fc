/** The doors over HTTP: a body comes in, records go onto the log, refusals are kept. */
@NullMarked
package hongyan.service.doors;

import org.jspecify.annotations.NullMarked;
