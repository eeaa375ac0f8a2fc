package hongyan.service.accounts;

import java.util.List;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** Roles as Spring Security names them, for the parts of the framework that ask for them. */
public final class Authorities {
  private Authorities() {}

  public static List<GrantedAuthority> of(Person person) {
    return person.roles().stream()
        .<GrantedAuthority>map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
        .toList();
  }
}
