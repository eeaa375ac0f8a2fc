package hongyan.service.accounts;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, a person or a program.
 *
 * @param account the name that the history of what was done keeps
 * @param name how people call them
 * @param counties adcodes of the counties that they work for; empty for the whole city
 */
public record Person(String account, String name, Set<Role> roles, Set<String> counties) {

  public Person {
    roles = Set.copyOf(roles);
    counties = Set.copyOf(counties);
  }

  public boolean has(Role role) {
    return roles.contains(role);
  }

  /** Returns whether they may see what lies in {@code county}; null is a place in none. */
  public boolean sees(@Nullable String county) {
    return counties.isEmpty() || county != null && counties.contains(county);
  }
}
