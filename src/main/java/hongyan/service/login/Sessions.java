package hongyan.service.login;

import hongyan.service.accounts.Authorities;
import hongyan.service.accounts.Person;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.stereotype.Component;

/** Begins and ends the sessions of people's browsers. */
@Component
class Sessions {
  private final SecurityContextRepository contexts;
  private final CsrfTokenRepository csrf;

  Sessions(SecurityContextRepository contexts, CsrfTokenRepository csrf) {
    this.contexts = contexts;
    this.csrf = csrf;
  }

  /** Begins a session, under another id and with another CSRF token than there may have been. */
  void begin(
      LoggedIn loggedIn, Person person, HttpServletRequest request, HttpServletResponse response) {
    if (request.getSession(false) == null) {
      request.getSession(true);
    } else {
      request.changeSessionId();
    }
    csrf.saveToken(csrf.generateToken(request), request, response);
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(
        UsernamePasswordAuthenticationToken.authenticated(loggedIn, null, Authorities.of(person)));
    SecurityContextHolder.setContext(context);
    contexts.saveContext(context, request, response);
  }

  void end(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
    SecurityContextHolder.clearContext();
  }

  /** Returns what the session of this request keeps; nothing for a token or a stranger. */
  Optional<LoggedIn> present() {
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    return authentication != null && authentication.getPrincipal() instanceof LoggedIn loggedIn
        ? Optional.of(loggedIn)
        : Optional.empty();
  }
}
