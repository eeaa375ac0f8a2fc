/**
 * Verifies evidence packages offline. Stands on the JDK alone (and Bouncy Castle for timestamps):
 * nothing of the server that made a package has a part in judging it. A test holds that.
 */
@NullMarked
package hongyan.service.evidence.verify;

import org.jspecify.annotations.NullMarked;
