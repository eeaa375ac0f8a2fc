package hongyan.service.accounts;

import hongyan.pipelines.series.Scope;
import java.util.EnumSet;
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

  /** Whoever has not said who they are. */
  public static final Person NOBODY = new Person("public", "public", Set.of(Role.PUBLIC), Set.of());

  /** Those who work with the rows of a county; the others have none of their own to see. */
  private static final Set<Role> OFFICES =
      EnumSet.of(Role.FORESTRY, Role.ENVIRONMENT, Role.INSPECTOR, Role.ADMINISTRATOR);

  public Person {
    roles = Set.copyOf(roles);
    counties = Set.copyOf(counties);
  }

  public boolean isNobody() {
    return equals(NOBODY);
  }

  public boolean has(Role role) {
    return roles.contains(role);
  }

  /** Returns whether they may see what lies in {@code county}; null is a place in none. */
  public boolean sees(@Nullable String county) {
    return scope().covers(county);
  }

  /** Returns which rows they see: every question for rows takes this. */
  public Scope scope() {
    if (roles.stream().noneMatch(OFFICES::contains)) {
      return Scope.of(Set.of());
    }
    return counties.isEmpty() ? Scope.everything() : Scope.of(counties);
  }
}
