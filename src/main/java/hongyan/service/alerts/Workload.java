package hongyan.service.alerts;

import hongyan.service.handling.Clocks;
import hongyan.service.handling.Office;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts what is still to be done, by office. */
@Repository
class Workload {
  private final JdbcClient jdbc;
  private final Clocks clocks;
  private final Clock clock;

  Workload(JdbcClient jdbc, Clocks clocks, Clock clock) {
    this.jdbc = jdbc;
    this.clocks = clocks;
    this.clock = clock;
  }

  /**
   * What lies at one office.
   *
   * @param escalated how many of them came up from an office below
   */
  record Line(Office office, int green, int yellow, int red, int escalated) {
    private Line plus(Line more) {
      return new Line(
          office,
          green + more.green,
          yellow + more.yellow,
          red + more.red,
          escalated + more.escalated);
    }
  }

  private record Group(
      @Nullable String department, @Nullable String county, int level, Line counts) {}

  /** Lists the offices at which something is due, those with the most overdue first. */
  List<Line> list() {
    Map<Office, Line> lines = new LinkedHashMap<>();
    for (Group group : groups()) {
      List<Office> offices = clocks.routing().listFor(group.department(), group.county());
      Office office = offices.get(Math.min(group.level(), offices.size() - 1));
      Line none = new Line(office, 0, 0, 0, 0);
      lines.put(office, lines.getOrDefault(office, none).plus(group.counts()));
    }
    List<Line> sorted = new ArrayList<>(lines.values());
    sorted.sort(
        Comparator.comparingInt(Line::red)
            .thenComparingInt(Line::yellow)
            .reversed()
            .thenComparing(line -> line.office().name()));
    return sorted;
  }

  private List<Group> groups() {
    return jdbc.sql(
            """
            SELECT json_extract(content, '$.department') AS department, county, level,
              count(*) FILTER (WHERE yellow_from > :now) AS green,
              count(*) FILTER (WHERE yellow_from <= :now AND deadline > :now) AS yellow,
              count(*) FILTER (WHERE deadline <= :now) AS red,
              count(*) FILTER (WHERE level > 0) AS escalated
            FROM alert WHERE deadline IS NOT NULL
            GROUP BY department, county, level
            """)
        .param("now", clock.instant().toEpochMilli())
        .query(
            (row, n) ->
                new Group(
                    row.getString("department"),
                    row.getString("county"),
                    row.getInt("level"),
                    new Line(
                        new Office("", ""),
                        row.getInt("green"),
                        row.getInt("yellow"),
                        row.getInt("red"),
                        row.getInt("escalated"))))
        .list();
  }
}
