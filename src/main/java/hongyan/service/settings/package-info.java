/** What the whole service is told from outside. */
@NullMarked
package hongyan.service.settings;

import org.jspecify.annotations.NullMarked;
