package hongyan.service.login;

import hongyan.service.accounts.Person;
import hongyan.service.accounts.Role;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;

/** Puts together what a browser is told about its session. */
@Component
class SessionViews {
  private final Sessions sessions;
  private final AccountStore accounts;
  private final LogInSettings settings;
  private final List<SessionView.SignIn> signIn;

  SessionViews(
      Sessions sessions,
      AccountStore accounts,
      LogInSettings settings,
      ObjectProvider<ClientRegistrationRepository> registrations) {
    this.sessions = sessions;
    this.accounts = accounts;
    this.settings = settings;
    this.signIn = signIn(registrations.getIfAvailable());
  }

  private static List<SessionView.SignIn> signIn(
      @Nullable ClientRegistrationRepository registrations) {
    return registrations instanceof Iterable<?> all
        ? StreamSupport.stream(all.spliterator(), false)
            .map(ClientRegistration.class::cast)
            .map(
                one ->
                    new SessionView.SignIn(
                        one.getClientName(), "/oauth2/authorization/" + one.getRegistrationId()))
            .toList()
        : List.of();
  }

  SessionView of(Person person, HttpServletRequest request) {
    return SessionView.of(person, secondFactor(), csrf(person, request), signIn);
  }

  private String secondFactor() {
    Optional<LoggedIn> loggedIn = sessions.present();
    if (loggedIn.isEmpty()) {
      return "none";
    }
    if (loggedIn.get().secondFactor()) {
      return "passed";
    }
    boolean needed =
        settings.secondFactorRequired()
            && accounts
                .find(loggedIn.get().account())
                .filter(account -> account.roles().contains(Role.ADMINISTRATOR))
                .isPresent();
    return needed ? "needed" : "none";
  }

  /** Asking for the token makes a session: only who has one is given it. */
  private static SessionView.@Nullable Csrf csrf(Person person, HttpServletRequest request) {
    boolean session = !person.isNobody() && request.getSession(false) != null;
    return session && request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
        ? new SessionView.Csrf(token.getHeaderName(), token.getToken())
        : null;
  }
}
