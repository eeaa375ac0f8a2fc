package hongyan.service.accounts;

import java.util.Set;
import org.springframework.web.util.pattern.PathPattern;

/**
 * One line of the table of permissions: an operation, and who may do it.
 *
 * @param method of HTTP; {@code RIGHT} for a right that is no operation of its own
 * @param roles any of them may; {@link Role#PUBLIC} stands for everybody, with or without account
 * @param anyAccount whether everybody may who is known, whatever their role
 * @param audited whether the audit log has an entry before it is done
 */
public record Permission(
    String method,
    PathPattern path,
    Set<Role> roles,
    boolean anyAccount,
    Counties counties,
    boolean audited) {

  /** What the counties of a person have to do with it. */
  public enum Counties {
    /** Nothing: it has no rows of a county. */
    ANY,
    /** The rows of other counties are not there. */
    OWN,
    /** It touches the whole city: who works for some counties only may not. */
    CITY
  }

  public Permission {
    roles = Set.copyOf(roles);
  }

  /** Returns whether it needs no account. */
  public boolean isPublic() {
    return roles.contains(Role.PUBLIC);
  }

  public boolean allows(Person person) {
    boolean has =
        anyAccount && !person.isNobody() || person.roles().stream().anyMatch(roles::contains);
    return isPublic() || has && (counties != Counties.CITY || person.counties().isEmpty());
  }

  /** Returns the operation as the audit log names it. */
  public String operation() {
    return method + " " + path.getPatternString();
  }
}
