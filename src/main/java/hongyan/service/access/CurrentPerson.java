package hongyan.service.access;

import hongyan.service.accounts.HasPerson;
import hongyan.service.accounts.Person;
import hongyan.service.accounts.WhoAsks;
import hongyan.service.login.LogIn;
import hongyan.service.login.LoggedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * Who asks, by the security context. Roles and counties are those of the account now, not those of
 * when its session began; a session that is over is nobody's.
 */
@Component
class CurrentPerson implements WhoAsks {
  private final LogIn logIn;

  CurrentPerson(LogIn logIn) {
    this.logIn = logIn;
  }

  @Override
  public Person get() {
    return of(SecurityContextHolder.getContext().getAuthentication());
  }

  Person of(@Nullable Authentication authentication) {
    Object principal = authentication == null ? null : authentication.getPrincipal();
    if (principal instanceof Person person) {
      return person;
    }
    if (principal instanceof HasPerson holder) {
      return holder.person();
    }
    return principal instanceof LoggedIn loggedIn
        ? logIn.find(loggedIn).orElse(Person.NOBODY)
        : Person.NOBODY;
  }
}
