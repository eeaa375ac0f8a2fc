/** Which office an alert lies at, by when it has to move on, and which light that gives. */
@NullMarked
package hongyan.service.handling;

import org.jspecify.annotations.NullMarked;
