/** What an evidence package can be about, as those who keep it tell of it. */
@NullMarked
package hongyan.service.evidence.subject;

import org.jspecify.annotations.NullMarked;
