/** The door for producers that are not ours: topics of the log that pass the same checks. */
@NullMarked
package hongyan.service.inbox;

import org.jspecify.annotations.NullMarked;
