/** The ledger of problems (问题台账): what was found, what became of it, what is due. */
@NullMarked
package hongyan.service.problems;

import org.jspecify.annotations.NullMarked;
