/** Identities of people, encrypted at rest, opened by name and with a reason only. */
@NullMarked
package hongyan.service.secrets;

import org.jspecify.annotations.NullMarked;
