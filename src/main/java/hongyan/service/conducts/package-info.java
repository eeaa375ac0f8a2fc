/** The conducts of Article 7 with their law, as people ask for them. */
@NullMarked
package hongyan.service.conducts;

import org.jspecify.annotations.NullMarked;
