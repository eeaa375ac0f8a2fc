package hongyan.geo.law;

import java.time.LocalDate;
import java.util.List;

/**
 * A tool or method of hunting that is banned, and by whom. A county-level government or above may
 * ban more (Wildlife Protection Law, article 24): its notice is then another ban.
 *
 * @param code for example {@code bird-net}
 * @param bans each with the provision and its dates
 * @param certainty A to D, as in {@link Consequence}
 */
public record Tool(String code, Words name, List<Ban> bans, String certainty) {

  /**
   * A ban.
   *
   * @param by {@code national} (Wildlife Protection Law), {@code code} (Ecological and
   *     Environmental Code) or {@code local} (the city's regulation)
   */
  public record Ban(String by, Provision provision) {}

  public Tool {
    bans = List.copyOf(bans);
  }

  /** Returns the bans in force on that day. */
  public List<Ban> bansOn(LocalDate day) {
    return bans.stream().filter(ban -> ban.provision().appliesOn(day)).toList();
  }
}
