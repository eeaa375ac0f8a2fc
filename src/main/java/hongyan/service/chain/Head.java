package hongyan.service.chain;

import hongyan.service.evidence.verify.SignedNote;
import hongyan.service.evidence.verify.TreeHead;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A signed tree head as it is kept.
 *
 * @param day the civil day that it closes, or null for one that somebody asked for
 * @param note what is printed or lodged: a {@link SignedNote} of a {@link TreeHead}
 * @param timestamp RFC 3161 time stamp token of the note, DER, or null
 */
public record Head(
    long id, TreeHead tree, @Nullable LocalDate day, String note, byte @Nullable [] timestamp) {}
