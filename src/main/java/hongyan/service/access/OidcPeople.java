package hongyan.service.access;

import hongyan.service.accounts.Authorities;
import hongyan.service.accounts.HasPerson;
import hongyan.service.accounts.Person;
import hongyan.service.accounts.Role;
import hongyan.service.audit.AuditLog;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * People whom another service vouches for (OpenID Connect). Their roles come from a claim, by the
 * mapping of the settings; who has none of them does not get in.
 */
@Component
class OidcPeople implements OAuth2UserService<OidcUserRequest, OidcUser> {
  private final OidcUserService users = new OidcUserService();
  private final OidcSettings settings;
  private final AuditLog audit;

  OidcPeople(OidcSettings settings, AuditLog audit) {
    this.settings = settings;
    this.audit = audit;
  }

  /** A person as the other service describes them. */
  static final class VouchedFor extends DefaultOidcUser implements HasPerson {
    private static final long serialVersionUID = 1;
    private final transient Person person;

    VouchedFor(OidcUser user, Person person) {
      super(Authorities.of(person), user.getIdToken(), user.getUserInfo());
      this.person = person;
    }

    @Override
    public Person person() {
      return person;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return super.equals(other);
    }

    @Override
    public int hashCode() {
      return super.hashCode();
    }
  }

  @Override
  public OidcUser loadUser(OidcUserRequest request) {
    OidcUser user = users.loadUser(request);
    Set<Role> roles = EnumSet.of(Role.PUBLIC);
    words(user.getClaim(settings.rolesClaim())).stream()
        .filter(settings.roles()::containsKey)
        .map(settings.roles()::get)
        .forEach(roles::add);
    if (roles.size() == 1) {
      throw new OAuth2AuthenticationException("no_role");
    }
    // With the provider's name before it, so that nobody there takes an account here over.
    String account =
        "oidc:%s:%s"
            .formatted(request.getClientRegistration().getRegistrationId(), user.getSubject());
    String name = user.getClaimAsString(settings.nameClaim());
    Person person =
        new Person(
            account,
            name == null ? user.getSubject() : name,
            roles,
            new TreeSet<>(words(user.getClaim(settings.countiesClaim()))));
    audit.add(person, address(), "log-in", account, "");
    return new VouchedFor(user, person);
  }

  private static String address() {
    return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes servlet
        ? servlet.getRequest().getRemoteAddr()
        : "";
  }

  private static Collection<String> words(@Nullable Object claim) {
    if (claim instanceof Collection<?> many) {
      return many.stream().map(String::valueOf).toList();
    }
    return claim == null ? List.of() : List.of(claim.toString().trim().split("[ ,]+"));
  }
}
