package hongyan.service.doors;

import hongyan.service.doors.rejects.Fault;
import hongyan.service.doors.rejects.Language;
import hongyan.service.doors.rejects.Rule;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a door answers once the accepted records are durable.
 *
 * @param duplicates records that say what is known already
 * @param rejected records that were refused; each has at least one entry of {@code errors}, where
 *     one entry may stand for all records of an unknown station's column
 * @param ignored values that are no records; {@code notes} says why
 * @param errors the first {@value #MOST_ERRORS}; all are in the list of rejects
 * @param ids identities that the door gave to records which came without
 */
public record Answer(
    int accepted,
    int duplicates,
    int rejected,
    int ignored,
    List<RecordFault> errors,
    boolean errorsTruncated,
    List<Note> notes,
    List<GivenId> ids) {
  static final int MOST_ERRORS = 1_000;

  /**
   * What is wrong, and where.
   *
   * @param line 1-based line or index of the array element; 0 for the body as a whole
   */
  public record RecordFault(
      int line, @Nullable String field, @Nullable String value, String rule, String message) {

    static RecordFault of(int line, Fault fault, Language language) {
      return new RecordFault(
          line, fault.field(), fault.value(), fault.rule().code(), fault.message(language));
    }
  }

  /** What was left aside, by which rule, how many values. */
  public record Note(String rule, int count, String message) {}

  /** The identity of the record of that line. */
  public record GivenId(int line, String id) {}

  static Answer of(Intake<?> intake, int accepted, Language language) {
    List<RecordFault> errors = new ArrayList<>();
    intake.refusals().stream()
        .flatMap(
            refusal ->
                refusal.faults().stream()
                    .map(fault -> RecordFault.of(refusal.line(), fault, language)))
        .limit(MOST_ERRORS + 1L)
        .forEach(errors::add);
    boolean truncated = errors.size() > MOST_ERRORS;
    int rejected = intake.refusals().stream().mapToInt(refusal -> refusal.records()).sum();
    return new Answer(
        accepted,
        intake.records().size() - accepted,
        rejected,
        intake.derivedFigures(),
        truncated ? List.copyOf(errors.subList(0, MOST_ERRORS)) : List.copyOf(errors),
        truncated,
        notes(intake.derivedFigures(), language),
        intake.givenIds());
  }

  private static List<Note> notes(int derived, Language language) {
    Rule rule = Rule.DERIVED_FIGURE;
    return derived == 0
        ? List.of()
        : List.of(new Note(rule.code(), derived, rule.message(language, null, null, null)));
  }
}
