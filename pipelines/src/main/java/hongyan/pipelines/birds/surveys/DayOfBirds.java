package hongyan.pipelines.birds.surveys;

import java.time.LocalDate;

/**
 * Birds of one species at one subject on one day.
 *
 * @param records absences not among them
 * @param individuals sum of the counts that were taken
 */
public record DayOfBirds(LocalDate date, long records, long individuals) {}
