package hongyan.service.problems;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which entries are wanted: every condition that was added must hold. Not thread-safe. */
public final class ProblemFilter {
  private static final String OPEN = "state IN ('found', 'rectifying')";

  private final List<String> conditions = new ArrayList<>();
  private final Map<String, Object> values = new LinkedHashMap<>();

  private ProblemFilter() {}

  /** Returns the filter that lets everything through. */
  public static ProblemFilter all() {
    return new ProblemFilter();
  }

  /** Adds the first and the last day of finding. */
  public ProblemFilter foundBetween(@Nullable LocalDate from, @Nullable LocalDate to) {
    return compare("found_on >= :from", "from", from == null ? null : from.toString())
        .compare("found_on <= :to", "to", to == null ? null : to.toString());
  }

  public ProblemFilter campaigns(@Nullable List<String> campaigns) {
    return in("campaign", campaigns);
  }

  public ProblemFilter county(@Nullable String county) {
    return compare("county = :county", "county", county);
  }

  /** Adds the counties that somebody may see; empty lets all through. */
  public ProblemFilter seenFrom(Set<String> counties) {
    return in("county", List.copyOf(counties));
  }

  public ProblemFilter states(@Nullable List<ProblemState> states) {
    return in("state", states == null ? null : states.stream().map(ProblemState::code).toList());
  }

  public ProblemFilter kind(@Nullable ProblemKind kind) {
    return compare("kinds LIKE :kind", "kind", kind == null ? null : "%," + kind.code() + ",%");
  }

  public ProblemFilter enterprise(@Nullable String part) {
    return compare(
        "instr(enterprise, :enterprise) > 0",
        "enterprise",
        part == null || part.isBlank() ? null : part.strip());
  }

  /** Adds: not put right, and due from one day to the other. */
  public ProblemFilter dueBetween(LocalDate from, LocalDate to) {
    conditions.add(OPEN);
    return compare("deadline >= :dueFrom", "dueFrom", from.toString())
        .compare("deadline <= :dueTo", "dueTo", to.toString());
  }

  /** Adds the light that {@link Light.Rule} gives. */
  public ProblemFilter light(@Nullable Light light, Light.Rule rule, LocalDate today) {
    if (light == null) {
      return this;
    }
    values.put("today", today.toString());
    values.put("yellowUntil", today.plusDays(rule.yellowDays()).toString());
    conditions.add(
        switch (light) {
          case GREEN ->
              "(state NOT IN ('found', 'rectifying') OR deadline > :yellowUntil AND :today = :today)";
          case YELLOW -> OPEN + " AND deadline >= :today AND deadline <= :yellowUntil";
          case RED -> OPEN + " AND deadline < :today AND :yellowUntil = :yellowUntil";
        });
    return this;
  }

  JdbcClient.StatementSpec select(
      JdbcClient jdbc, String select, @Nullable ProblemCursor after, int limit) {
    List<String> all = new ArrayList<>(conditions);
    Map<String, Object> bound = new LinkedHashMap<>(values);
    if (after != null) {
      all.add("(found_on < :afterDay OR found_on = :afterDay AND id > :afterId)");
      bound.put("afterDay", after.foundOn());
      bound.put("afterId", after.id());
    }
    bound.put("limit", limit < 0 ? Integer.MAX_VALUE : limit);
    return jdbc.sql(select + where(all) + " ORDER BY found_on DESC, id LIMIT :limit").params(bound);
  }

  JdbcClient.StatementSpec count(JdbcClient jdbc) {
    return jdbc.sql("SELECT count(*) FROM problem" + where(conditions)).params(values);
  }

  private static String where(List<String> conditions) {
    return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
  }

  private ProblemFilter compare(String condition, String name, @Nullable String value) {
    if (value != null) {
      conditions.add(condition);
      values.put(name, value);
    }
    return this;
  }

  private ProblemFilter in(String column, @Nullable List<String> wanted) {
    if (wanted != null && !wanted.isEmpty()) {
      String name = column + values.size();
      conditions.add("%s IN (:%s)".formatted(column, name));
      values.put(name, wanted);
    }
    return this;
  }
}
