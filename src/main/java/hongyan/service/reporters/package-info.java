/** Keeps who reported something from those who may not know it. */
@NullMarked
package hongyan.service.reporters;

import org.jspecify.annotations.NullMarked;
