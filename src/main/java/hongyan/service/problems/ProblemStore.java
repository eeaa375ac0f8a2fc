package hongyan.service.problems;

import hongyan.pipelines.records.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The entries as they are and every step that led there. Steps are only ever added; the database
 * refuses to change or delete one, and to change an entry without one.
 */
@Repository
public class ProblemStore {
  private final JdbcClient jdbc;

  public ProblemStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public Optional<Problem> find(String id) {
    return jdbc.sql("SELECT content FROM problem WHERE id = :id")
        .param("id", id)
        .query((row, number) -> problem(row.getString("content")))
        .optional();
  }

  /** Lists what a filter lets through, newest finding first. */
  public List<Problem> list(ProblemFilter filter, @Nullable ProblemCursor after, int limit) {
    return filter
        .select(jdbc, "SELECT content FROM problem", after, limit)
        .query((row, number) -> problem(row.getString("content")))
        .list();
  }

  /** Counts what a filter lets through. */
  public int count(ProblemFilter filter) {
    return filter.count(jdbc).query(Integer.class).single();
  }

  /** Lists the steps of one problem, oldest first. */
  public List<Step> listSteps(String id) {
    return jdbc.sql("SELECT * FROM problem_step WHERE problem_id = :id ORDER BY id")
        .param("id", id)
        .query(ProblemStore::step)
        .list();
  }

  /** Puts a new entry in with its first step. */
  void add(Step step) {
    Problem entry = step.entry();
    row(
            """
            INSERT INTO problem
              (id, campaign, county, enterprise, found_on, kinds, deadline, state, content)
            VALUES
              (:id, :campaign, :county, :enterprise, :foundOn, :kinds, :deadline, :state, :content)
            """,
            entry)
        .update();
    addStep(step);
  }

  /** Changes an entry; says whether it still was in the state that the step starts from. */
  boolean change(Step step) {
    addStep(step);
    return row(
                """
                UPDATE problem SET campaign = :campaign, county = :county, enterprise = :enterprise,
                  found_on = :foundOn, kinds = :kinds, deadline = :deadline, state = :state,
                  content = :content
                WHERE id = :id AND state = :from
                """,
                step.entry())
            .param("from", step.from() == null ? null : step.from().code())
            .update()
        == 1;
  }

  private JdbcClient.StatementSpec row(String sql, Problem entry) {
    return jdbc.sql(sql)
        .param("id", entry.id())
        .param("campaign", entry.campaign())
        .param("county", entry.county())
        .param("enterprise", entry.enterprise())
        .param("foundOn", entry.foundOn().toString())
        .param("kinds", kinds(entry))
        .param("deadline", entry.deadline() == null ? null : entry.deadline().toString())
        .param("state", entry.state().code())
        .param("content", Json.MAPPER.writeValueAsString(entry));
  }

  private void addStep(Step step) {
    jdbc.sql(
            """
            INSERT INTO problem_step
              (problem_id, at, who, action, from_state, to_state, note, evidence, content)
            VALUES (:id, :at, :who, :action, :from, :to, :note, :evidence, :content)
            """)
        .param("id", step.entry().id())
        .param("at", step.at().toEpochMilli())
        .param("who", step.who())
        .param("action", step.action().code())
        .param("from", step.from() == null ? null : step.from().code())
        .param("to", step.to().code())
        .param("note", step.note())
        .param("evidence", Json.MAPPER.writeValueAsString(step.evidence()))
        .param("content", Json.MAPPER.writeValueAsString(step.entry()))
        .update();
  }

  private static String kinds(Problem entry) {
    return entry.kinds().stream().map(ProblemKind::code).collect(Collectors.joining(",", ",", ","));
  }

  private static Problem problem(String content) {
    return Json.MAPPER.readValue(content, Problem.class);
  }

  private static Step step(ResultSet row, int number) throws SQLException {
    String from = row.getString("from_state");
    return new Step(
        Instant.ofEpochMilli(row.getLong("at")),
        row.getString("who"),
        Step.Action.valueOf(row.getString("action").toUpperCase(Locale.ROOT)),
        from == null ? null : ProblemState.valueOf(from.toUpperCase(Locale.ROOT)),
        ProblemState.valueOf(row.getString("to_state").toUpperCase(Locale.ROOT)),
        row.getString("note"),
        List.of(Json.MAPPER.readValue(row.getString("evidence"), String[].class)),
        problem(row.getString("content")));
  }
}
