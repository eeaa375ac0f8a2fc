package hongyan.service.access;

import hongyan.service.accounts.Authorities;
import hongyan.service.accounts.Person;
import hongyan.service.tokens.Tokens;
import java.util.Map;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.DefaultOAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.core.OAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.server.resource.introspection.BadOpaqueTokenException;
import org.springframework.security.oauth2.server.resource.introspection.OpaqueTokenIntrospector;
import org.springframework.stereotype.Component;

/** Looks a bearer token up in our own table. */
@Component
class TokenIntrospector implements OpaqueTokenIntrospector {
  private static final String PERSON = "person";
  private final Tokens tokens;

  TokenIntrospector(Tokens tokens) {
    this.tokens = tokens;
  }

  @Override
  public OAuth2AuthenticatedPrincipal introspect(String token) {
    Person person =
        tokens.find(token).orElseThrow(() -> new BadOpaqueTokenException("no token that holds"));
    return new DefaultOAuth2AuthenticatedPrincipal(
        person.account(), Map.of(PERSON, person), Authorities.of(person));
  }

  /** Makes the person the principal, as {@link CurrentPerson} wants it. */
  static Authentication authentication(String token, OAuth2AuthenticatedPrincipal principal) {
    return UsernamePasswordAuthenticationToken.authenticated(
        principal.getAttribute(PERSON), null, principal.getAuthorities());
  }
}
