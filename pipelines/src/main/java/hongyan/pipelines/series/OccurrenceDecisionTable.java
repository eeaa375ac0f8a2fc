package hongyan.pipelines.series;

import static hongyan.pipelines.series.Columns.micros;

import hongyan.pipelines.birds.OccurrenceDecision;
import hongyan.pipelines.quality.Verdict;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All decisions on bird records, those that later ones have replaced among them. */
public final class OccurrenceDecisionTable {

  private final SeriesFile file;

  OccurrenceDecisionTable(SeriesFile file) {
    this.file = file;
  }

  /** Adds all as one transaction; one that is there already stays as it is. */
  public void write(List<OccurrenceDecision> decisions) {
    file.write(
        connection -> {
          try (PreparedStatement statement =
              connection.prepareStatement(
                  "INSERT INTO occurrence_decision (id, decided_at, content, verdict, note, who)"
                      + " VALUES (?,?,?,?,?,?) ON CONFLICT DO NOTHING")) {
            for (OccurrenceDecision decision : decisions) {
              statement.setString(1, decision.occurrenceID());
              statement.setLong(2, micros(decision.decidedAt()));
              statement.setString(3, decision.content());
              statement.setString(4, decision.verdict().name());
              statement.setString(5, decision.note());
              statement.setString(6, decision.who());
              statement.addBatch();
            }
            return statement.executeBatch().length;
          }
        });
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
      select.andAll("(decided_at, id) < (?, ?)", Cursor.parse(paging.cursor(), 2));
    }
    select.then("ORDER BY decided_at DESC, id DESC");
    return file.read(
        c ->
            select.page(
                c,
                paging,
                OccurrenceDecisionTable::read,
                last -> Cursor.of(micros(last.decidedAt()), last.occurrenceID())));
  }

  private static OccurrenceDecision read(ResultSet row) throws SQLException {
    return new OccurrenceDecision(
        row.getString(1),
        row.getString(2),
        Verdict.valueOf(row.getString(3)),
        row.getString(4),
        row.getString(5),
        Columns.instant(row.getLong(6)));
  }
}
