/**
 * A generated year of air, birds and reported conducts that looks like a year and says it is none.
 */
@NullMarked
package hongyan.service.demo;

import org.jspecify.annotations.NullMarked;
