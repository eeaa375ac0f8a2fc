/**
 * Backup and restore of a state folder, also of one that a service runs on. The order in which
 * things are copied makes them fit together: whatever follows from something else goes first.
 */
@NullMarked
package hongyan.service.backup;

import org.jspecify.annotations.NullMarked;
