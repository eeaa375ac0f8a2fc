package hongyan.service.problems.sheets;

import com.fasterxml.jackson.annotation.JsonProperty;
import hongyan.service.problems.ProblemView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a table does to the ledger, or has done.
 *
 * @param dryRun whether nothing was changed
 * @param sha256 of the file
 * @param rows how many entries the file has
 * @param corrections entries that are known and say something else now
 * @param refused entries that break a rule; they are not taken
 * @param items the first of those that are taken
 * @param faults every broken rule, with row and column
 * @param notes what was done or left aside without a fault
 */
record LedgerPreview(
    boolean dryRun,
    String sha256,
    List<Columns> sheets,
    int rows,
    int added,
    int corrections,
    int unchanged,
    int refused,
    List<Taken> items,
    List<Fault> faults,
    List<Note> notes) {

  /** How one sheet is read. */
  record Columns(
      @Nullable String sheet, int headingRow, List<Column> columns, List<String> unknown) {}

  /** One column, by its letters and what stands over it. */
  record Column(String column, String heading, String field) {}

  /** One entry that is taken. */
  record Taken(@Nullable String sheet, int row, String change, ProblemView problem) {}

  /**
   * One broken rule.
   *
   * @param column letters, or null where the sheet has no column for the field
   */
  record Fault(
      @Nullable String sheet,
      int row,
      @Nullable String column,
      @Nullable String heading,
      String field,
      @Nullable String value,
      String rule,
      String message) {}

  /** One remark. */
  record Note(@Nullable String sheet, int row, @Nullable String column, String message) {}

  /** Returns how many entries were or would be taken, as every door says it. */
  @JsonProperty
  int accepted() {
    return added + corrections;
  }

  /** Returns how many change nothing, as every door says it. */
  @JsonProperty
  int duplicates() {
    return unchanged;
  }

  /** Returns how many are not taken, as every door says it. */
  @JsonProperty
  int rejected() {
    return refused;
  }
}
