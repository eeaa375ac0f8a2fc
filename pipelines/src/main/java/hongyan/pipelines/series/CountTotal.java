package hongyan.pipelines.series;

/**
 * Birds of one species at one subject over one hour, day or month.
 *
 * @param period the end of the hour (ISO 8601 with +08:00), the day (yyyy-MM-dd) or the month
 *     (yyyy-MM)
 * @param records number of bird records, absences not among them
 * @param individuals sum of the counts that were taken
 * @param uncounted how many of the records had no count
 * @param unknown how many more may have been made there: their position is too uncertain to say
 */
public record CountTotal(
    String subjectKind,
    String subject,
    String scientificName,
    String period,
    long records,
    long individuals,
    long uncounted,
    long unknown) {}
