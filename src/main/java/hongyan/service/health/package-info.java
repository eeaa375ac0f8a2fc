/**
 * Whether the service can do its work: all of it, part of it (degraded: nothing is lost, somebody
 * should look), or none (down).
 */
@NullMarked
package hongyan.service.health;

import org.jspecify.annotations.NullMarked;
