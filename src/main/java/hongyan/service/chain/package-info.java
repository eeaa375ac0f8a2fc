/**
 * The chain: a Merkle tree over every record that was accepted, in the order in which it was read
 * from the log, with signed tree heads. It follows from the log; whoever keeps one head outside can
 * tell for ever that nothing before it was changed, taken out or slipped in.
 */
@NullMarked
package hongyan.service.chain;

import org.jspecify.annotations.NullMarked;
