/** Reports of the public (Article 8): without an account, with a receipt, the reporter sealed. */
@NullMarked
package hongyan.service.publicreports;

import org.jspecify.annotations.NullMarked;
