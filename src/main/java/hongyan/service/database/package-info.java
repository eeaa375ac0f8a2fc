/** The service's own database: where it is, and that it has one writer at a time. */
@NullMarked
package hongyan.service.database;

import org.jspecify.annotations.NullMarked;
