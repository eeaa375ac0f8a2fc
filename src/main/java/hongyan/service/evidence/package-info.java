/**
 * Evidence packages: everything that an alert, a target or a problem rests on, sealed so that
 * anybody can verify it years later; the review that the law wants before it is evidence; how long
 * it is kept.
 */
@NullMarked
package hongyan.service.evidence;

import org.jspecify.annotations.NullMarked;
