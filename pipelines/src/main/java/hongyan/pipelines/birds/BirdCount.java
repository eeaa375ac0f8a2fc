package hongyan.pipelines.birds;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How many birds of one species were recorded at one subject in one hour or on one day. Species are
 * counted under the name of the project's own table, where it knows the name.
 *
 * @param subjectKind {@code zone}, {@code county}, {@code station} or {@code city}
 * @param subject its id or adcode
 * @param date civil day in Asia/Shanghai, yyyy-MM-dd
 * @param hour end of the hour, or null for what is known to the day only
 * @param records number of occurrences, absences not among them
 * @param individuals sum of the counts that were taken
 * @param uncounted how many of the occurrences had no count
 * @param unknown how many more may have been made there, but their position is too uncertain to say
 */
public record BirdCount(
    String subjectKind,
    String subject,
    String scientificName,
    String date,
    @Nullable Instant hour,
    int records,
    long individuals,
    int uncounted,
    int unknown) {}
