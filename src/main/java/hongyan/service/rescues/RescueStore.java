package hongyan.service.rescues;

import hongyan.pipelines.series.Page;
import hongyan.pipelines.series.Paging;
import hongyan.pipelines.series.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The rescue cases. */
@Repository
class RescueStore {
  private static final String CASES =
      "SELECT rescue.*, birds - coalesce((SELECT sum(birds) FROM rescue_outcome"
          + " WHERE rescue_id = rescue.id), 0) AS in_care FROM rescue ";

  private final JdbcClient jdbc;

  RescueStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Which cases are asked for, of those that the scope sees; null asks for all. */
  record Query(
      Scope scope,
      @Nullable Integer year,
      @Nullable String species,
      @Nullable String county,
      @Nullable String casualty,
      @Nullable Boolean inCare) {}

  /** Adds a case that has no outcome yet; false when there is one of that id. */
  boolean add(Rescue rescue, int year) {
    return jdbc.sql(
                """
                INSERT INTO rescue
                  (id, casualty, species, birds, county, carer, opened_at, year, who, note)
                VALUES
                  (:id, :casualty, :species, :birds, :county, :carer, :at, :year, :who, :note)
                ON CONFLICT (id) DO NOTHING
                """)
            .param("id", rescue.id())
            .param("casualty", rescue.casualty())
            .param("species", rescue.species())
            .param("birds", rescue.birds())
            .param("county", rescue.county())
            .param("carer", rescue.carer())
            .param("at", rescue.openedAt().toEpochMilli())
            .param("year", year)
            .param("who", rescue.openedBy())
            .param("note", rescue.note())
            .update()
        == 1;
  }

  /** Adds an outcome, unless it is of more birds than are in care; says whether it was added. */
  @Transactional
  public boolean add(String id, Rescue.Told told) {
    Rescue rescue = find(id).orElseThrow();
    if (told.birds() > rescue.inCare()) {
      return false;
    }
    jdbc.sql(
            """
            INSERT INTO rescue_outcome (rescue_id, outcome, birds, at, recorded_at, who, note)
            VALUES (:id, :outcome, :birds, :at, :recorded, :who, :note)
            """)
        .param("id", id)
        .param("outcome", told.outcome().code())
        .param("birds", told.birds())
        .param("at", told.at().toEpochMilli())
        .param("recorded", told.recordedAt().toEpochMilli())
        .param("who", told.by())
        .param("note", told.note())
        .update();
    return true;
  }

  Optional<Rescue> find(Scope scope, String id) {
    return find(id).filter(rescue -> scope.covers(rescue.county()));
  }

  private Optional<Rescue> find(String id) {
    return jdbc.sql(CASES + "WHERE id = :id")
        .param("id", id)
        .query((row, n) -> rescue(row))
        .optional();
  }

  /** Lists the cases of a casualty. */
  List<Rescue> listOf(String casualty) {
    return jdbc.sql(CASES + "WHERE casualty = :casualty ORDER BY id")
        .param("casualty", casualty)
        .query((row, n) -> rescue(row))
        .list();
  }

  /** Returns how many birds of a casualty came into care already. */
  int countBirdsOf(String casualty) {
    return jdbc.sql("SELECT coalesce(sum(birds), 0) FROM rescue WHERE casualty = :casualty")
        .param("casualty", casualty)
        .query(Integer.class)
        .single();
  }

  /** Lists cases, the newest first. */
  Page<Rescue> list(Query query, Paging paging) {
    Map<String, Object> parameters = new HashMap<>();
    List<String> conditions = new ArrayList<>(List.of("1 = 1"));
    equal("year", query.year(), conditions, parameters);
    equal("species", query.species(), conditions, parameters);
    equal("county", query.county(), conditions, parameters);
    equal("casualty", query.casualty(), conditions, parameters);
    if (!query.scope().isEverything()) {
      conditions.add("county IN (:seen)");
      parameters.put("seen", query.scope().counties());
    }
    if (query.inCare() != null) {
      conditions.add(query.inCare() ? "in_care > 0" : "in_care = 0");
    }
    if (paging.cursor() != null) {
      int split = paging.cursor().indexOf('~');
      conditions.add("(opened_at < :at OR (opened_at = :at AND id > :after))");
      parameters.put("at", millis(paging.cursor(), split));
      parameters.put("after", paging.cursor().substring(split + 1));
    }
    List<Rescue> found =
        jdbc.sql(
                "SELECT * FROM ("
                    + CASES
                    + ") AS told WHERE "
                    + String.join(" AND ", conditions)
                    + " ORDER BY opened_at DESC, id LIMIT "
                    + (paging.limit() + 1))
            .params(parameters)
            .query((row, n) -> rescue(row))
            .list();
    if (found.size() <= paging.limit()) {
      return new Page<>(found, null);
    }
    List<Rescue> shown = found.subList(0, paging.limit());
    Rescue last = shown.get(shown.size() - 1);
    return new Page<>(shown, last.openedAt().toEpochMilli() + "~" + last.id());
  }

  /** Counts by year and species, the newest year first; a null year counts all. */
  List<RescueCount> count(@Nullable Integer year) {
    return jdbc.sql(
            """
            SELECT year, species, count(*) AS cases, sum(birds) AS birds,
              sum((SELECT coalesce(sum(birds), 0) FROM rescue_outcome
                WHERE rescue_id = rescue.id AND outcome = 'released')) AS released,
              sum((SELECT coalesce(sum(birds), 0) FROM rescue_outcome
                WHERE rescue_id = rescue.id AND outcome = 'died')) AS died,
              sum((SELECT coalesce(sum(birds), 0) FROM rescue_outcome
                WHERE rescue_id = rescue.id AND outcome = 'transferred')) AS transferred
            FROM rescue WHERE CAST(:year AS INTEGER) IS NULL OR year = :year
            GROUP BY year, species ORDER BY year DESC, birds DESC, species NULLS FIRST
            """)
        .param("year", year)
        .query((row, n) -> count(row))
        .list();
  }

  private static RescueCount count(ResultSet row) throws SQLException {
    int birds = row.getInt("birds");
    int released = row.getInt("released");
    int died = row.getInt("died");
    int transferred = row.getInt("transferred");
    return new RescueCount(
        row.getInt("year"),
        row.getString("species"),
        row.getInt("cases"),
        birds,
        released,
        died,
        transferred,
        birds - released - died - transferred);
  }

  private Rescue rescue(ResultSet row) throws SQLException {
    String id = row.getString("id");
    return new Rescue(
        id,
        row.getString("casualty"),
        row.getString("species"),
        row.getInt("birds"),
        row.getInt("in_care"),
        row.getString("county"),
        row.getString("carer"),
        Instant.ofEpochMilli(row.getLong("opened_at")),
        row.getString("who"),
        row.getString("note"),
        outcomes(id));
  }

  private List<Rescue.Told> outcomes(String id) {
    return jdbc.sql("SELECT * FROM rescue_outcome WHERE rescue_id = :id ORDER BY id")
        .param("id", id)
        .query(
            (row, n) ->
                new Rescue.Told(
                    Outcome.findByCode(row.getString("outcome")).orElseThrow(),
                    row.getInt("birds"),
                    Instant.ofEpochMilli(row.getLong("at")),
                    Instant.ofEpochMilli(row.getLong("recorded_at")),
                    row.getString("who"),
                    row.getString("note")))
        .list();
  }

  private static void equal(
      String column,
      @Nullable Object value,
      List<String> conditions,
      Map<String, Object> parameters) {
    if (value != null) {
      conditions.add(column + " = :" + column);
      parameters.put(column, value);
    }
  }

  private static long millis(String cursor, int split) {
    try {
      return Long.parseLong(cursor.substring(0, split));
    } catch (NumberFormatException | IndexOutOfBoundsException e) {
      throw new IllegalArgumentException("cursor=%s: not one of this list".formatted(cursor), e);
    }
  }
}
