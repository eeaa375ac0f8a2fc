package hongyan.pipelines.birds;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one bird record adds to one count, or takes from it again (negative numbers). Components as
 * in {@link BirdCount}.
 */
public record CountChange(
    String subjectKind,
    String subject,
    String scientificName,
    String date,
    @Nullable Instant hour,
    int records,
    long individuals,
    int uncounted,
    int unknown) {

  CountChange negated() {
    return new CountChange(
        subjectKind,
        subject,
        scientificName,
        date,
        hour,
        -records,
        -individuals,
        -uncounted,
        -unknown);
  }

  /** Returns what all counts of the same day, subject and species have in common. */
  public String dayKey() {
    return String.join("|", subjectKind, subject, scientificName, date);
  }

  /** Returns {@code count} with this change in it; null stands for nothing counted yet. */
  public BirdCount addTo(@Nullable BirdCount count) {
    int countedRecords = count == null ? 0 : count.records();
    long countedIndividuals = count == null ? 0 : count.individuals();
    int countedUncounted = count == null ? 0 : count.uncounted();
    int countedUnknown = count == null ? 0 : count.unknown();
    return new BirdCount(
        subjectKind,
        subject,
        scientificName,
        date,
        hour,
        countedRecords + records,
        countedIndividuals + individuals,
        countedUncounted + uncounted,
        countedUnknown + unknown);
  }
}
