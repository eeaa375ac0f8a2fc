/** Who asks: people and programs, their roles and the counties that they work for. */
@NullMarked
package hongyan.service.accounts;

import org.jspecify.annotations.NullMarked;
