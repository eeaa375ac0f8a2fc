package hongyan.service.conducts;

import hongyan.geo.law.Article7;
import hongyan.geo.law.Conduct;
import hongyan.geo.law.Consequence;
import hongyan.geo.law.Department;
import hongyan.geo.law.Provision;
import hongyan.geo.law.Tool;
import hongyan.geo.law.Words;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A conduct as the API gives it, with the law of one day.
 *
 * @param day the day whose law it is
 * @param inForce whether the city's regulation was in force on that day
 * @param needs what must be there besides: {@code nothing}, {@code zone-or-birds}, {@code
 *     habitat-or-birds} or {@code registered-device}
 * @param withoutLeave a permit authorises it
 * @param local what the city's regulation attaches to it
 * @param consequence what the law attaches to it
 * @param prohibitions where national law forbids it, in force on that day
 * @param provisions where the law says what follows, in force on that day
 * @param tools banned tools, with the bans in force on that day
 * @param transition which of two laws counts
 */
record ConductView(
    String code,
    int article,
    int item,
    Words name,
    LocalDate day,
    boolean inForce,
    String needs,
    boolean withoutLeave,
    Department department,
    List<Department> beside,
    Words local,
    Words consequence,
    List<ProvisionView> prohibitions,
    List<ProvisionView> provisions,
    List<ToolView> tools,
    Words transition,
    String source,
    String certainty,
    String version) {

  /** A provision with the days that it holds on. */
  record ProvisionView(Words name, @Nullable LocalDate from, @Nullable LocalDate to) {

    static ProvisionView of(Provision provision) {
      return new ProvisionView(provision.name(), provision.from(), provision.to());
    }
  }

  /** A tool with those who ban it. */
  record ToolView(String code, Words name, List<BanView> bannedBy, String certainty) {

    static ToolView of(Tool tool, LocalDate day) {
      return new ToolView(
          tool.code(),
          tool.name(),
          tool.bansOn(day).stream()
              .map(ban -> new BanView(ban.by(), ProvisionView.of(ban.provision())))
              .toList(),
          tool.certainty());
    }
  }

  /** A ban: {@code national}, {@code code} or {@code local}. */
  record BanView(String by, ProvisionView provision) {}

  static ConductView of(Conduct conduct, Article7 law, LocalDate day) {
    Consequence consequence = conduct.consequence();
    return new ConductView(
        conduct.code(),
        law.regulation().article(),
        conduct.item(),
        conduct.name(),
        day,
        !day.isBefore(law.regulation().dateOfEffect()),
        conduct.need().code(),
        conduct.withoutLeave(),
        conduct.department(),
        conduct.beside(),
        consequence.local(),
        consequence.words(),
        on(consequence.prohibitions(), day),
        on(consequence.provisions(), day),
        conduct.tools().stream().map(tool -> ToolView.of(tool, day)).toList(),
        law.transition(),
        conduct.source(),
        conduct.certainty(),
        law.version());
  }

  private static List<ProvisionView> on(List<Provision> provisions, LocalDate day) {
    return provisions.stream()
        .filter(provision -> provision.appliesOn(day))
        .map(ProvisionView::of)
        .toList();
  }
}
