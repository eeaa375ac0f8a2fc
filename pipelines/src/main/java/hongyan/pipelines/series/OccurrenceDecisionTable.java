package hongyan.pipelines.series;

import static hongyan.pipelines.series.Columns.getText;
import static hongyan.pipelines.series.Columns.micros;
import static hongyan.pipelines.series.Columns.setText;
import static hongyan.pipelines.series.Cursor.Key.NUMBER;
import static hongyan.pipelines.series.Cursor.Key.TEXT;

import hongyan.pipelines.birds.OccurrenceDecision;
import hongyan.pipelines.quality.Verdict;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All decisions on bird records, those that later ones have replaced among them. */
public final class OccurrenceDecisionTable {

  private final SeriesDatabase database;

  OccurrenceDecisionTable(SeriesDatabase database) {
    this.database = database;
  }

  /** Adds all as one transaction; one that is there already stays as it is. */
  public void write(List<OccurrenceDecision> decisions) {
    database.write(
        connection ->
            Batch.write(
                connection,
                "INSERT INTO occurrence_decision (id, decided_at, content, verdict, note, who)"
                    + " VALUES (?,?,?,?,?,?) ON CONFLICT DO NOTHING",
                decisions,
                OccurrenceDecisionTable::bind));
  }

  /**
   * Lists decisions, the newest first: of one record, the first is the one in force.
   *
   * @param id occurrenceID of the only record asked for, or null for all
   */
  public Page<OccurrenceDecision> list(@Nullable String id, Paging paging) {
    var select =
        new Select("id, content, verdict, note, who, decided_at FROM occurrence_decision")
            .and("id = ?", id);
    if (paging.cursor() != null) {
      select.andAll("(decided_at, id) < (?, ?)", Cursor.parse(paging.cursor(), NUMBER, TEXT));
    }
    select.then("ORDER BY decided_at DESC, id DESC");
    return database.read(
        c ->
            select.page(
                c,
                paging,
                OccurrenceDecisionTable::read,
                last -> Cursor.of(micros(last.decidedAt()), last.occurrenceID())));
  }

  private static void bind(PreparedStatement statement, OccurrenceDecision decision)
      throws SQLException {
    setText(statement, 1, decision.occurrenceID());
    statement.setLong(2, micros(decision.decidedAt()));
    setText(statement, 3, decision.content());
    setText(statement, 4, decision.verdict().name());
    setText(statement, 5, decision.note());
    setText(statement, 6, decision.who());
  }

  private static OccurrenceDecision read(ResultSet row) throws SQLException {
    return new OccurrenceDecision(
        getText(row, 1),
        getText(row, 2),
        Verdict.valueOf(getText(row, 3)),
        getText(row, 4),
        getText(row, 5),
        Columns.instant(row.getLong(6)));
  }
}
