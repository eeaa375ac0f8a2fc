package hongyan.service.problems;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;

/**
 * The filters of a list of problems, as they stand in its address.
 *
 * @param due week or overdue
 * @param from first day of finding
 * @param to last day of finding
 */
public record ProblemQuery(
    @Nullable List<String> campaign,
    @Nullable String county,
    @Nullable List<String> state,
    @Nullable String kind,
    @Nullable String light,
    @Nullable String enterprise,
    @Nullable String due,
    @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
    @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate to) {

  /** Returns the filter, on a day. */
  public ProblemFilter filter(Light.Rule lights, LocalDate today) {
    ProblemFilter filter =
        ProblemFilter.all()
            .foundBetween(from, to)
            .campaigns(campaign)
            .county(county)
            .states(state == null ? null : state.stream().map(ProblemQuery::state).toList())
            .kind(kind == null ? null : oneOf("kind", kind, ProblemKind.values()))
            .light(light == null ? null : oneOf("light", light, Light.values()), lights, today)
            .enterprise(enterprise);
    return due == null ? filter : due(filter, due, today);
  }

  private static ProblemFilter due(ProblemFilter filter, String due, LocalDate today) {
    return switch (due) {
      case "week" ->
          filter.dueBetween(
              today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)),
              today.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY)));
      case "overdue" -> filter.dueBetween(LocalDate.of(1900, 1, 1), today.minusDays(1));
      default -> throw new IllegalArgumentException("due=%s: week or overdue".formatted(due));
    };
  }

  private static ProblemState state(String code) {
    return LedgerWords.state(code)
        .orElseThrow(() -> new IllegalArgumentException("state=%s is no state".formatted(code)));
  }

  private static <E extends Enum<E>> E oneOf(String field, String code, E[] values) {
    return Arrays.stream(values)
        .filter(each -> each.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(code))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("%s=%s is unknown".formatted(field, code)));
  }
}
