/** The records that were taken, listed back with their place, their arrival and their raw form. */
@NullMarked
package hongyan.service.records;

import org.jspecify.annotations.NullMarked;
