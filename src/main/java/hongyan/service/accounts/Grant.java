package hongyan.service.accounts;

import hongyan.service.errors.Refused;
import hongyan.service.errors.Refused.Fault;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Roles and counties that an administrator gives to an account or a token. */
public record Grant(Set<Role> roles, Set<String> counties) {

  /**
   * Reads what was sent; throws {@link Refused} naming everything that is wrong.
   *
   * @param isCounty whether an adcode is one of the city's
   */
  public static Grant of(
      @Nullable List<@Nullable String> roles,
      @Nullable List<@Nullable String> counties,
      Predicate<String> isCounty) {
    List<Fault> faults = new ArrayList<>();
    Set<Role> given = EnumSet.noneOf(Role.class);
    for (String code : roles == null ? List.<@Nullable String>of() : roles) {
      Role.findByCode(String.valueOf(code))
          .ifPresentOrElse(
              given::add,
              () -> faults.add(Fault.of("roles", code, "unknown-role", "无此角色 (no such role)")));
    }
    if (given.isEmpty() && faults.isEmpty()) {
      faults.add(Fault.of("roles", null, "required", "至少一个角色 (at least one role)"));
    }
    Set<String> places = new TreeSet<>();
    for (String adcode : counties == null ? List.<@Nullable String>of() : counties) {
      if (adcode != null && isCounty.test(adcode)) {
        places.add(adcode);
      } else {
        faults.add(Fault.of("counties", adcode, "unknown-county", "无此县市区 (no such county)"));
      }
    }
    if (!faults.isEmpty()) {
      throw new Refused(faults);
    }
    return new Grant(given, places);
  }
}
