package hongyan.service.access;

import hongyan.service.accounts.Role;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the claims of an OpenID Connect provider mean here.
 *
 * @param rolesClaim the claim with the groups or roles of a person: a list, or words
 * @param countiesClaim the claim with adcodes; a person without it works for the whole city
 * @param nameClaim the claim with what people call them
 * @param roles which value of the roles claim gives which role; others give none
 */
@ConfigurationProperties("hongyan.oidc")
record OidcSettings(
    @DefaultValue("roles") String rolesClaim,
    @DefaultValue("counties") String countiesClaim,
    @DefaultValue("name") String nameClaim,
    @DefaultValue Map<String, Role> roles) {}
