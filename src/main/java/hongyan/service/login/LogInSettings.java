package hongyan.service.login;

import hongyan.service.accounts.Role;
import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How people log in. No official source gives these numbers; they are the platform's own choice.
 *
 * @param secondFactorRequired whether an administrator is one only with a second factor
 * @param firstRoles roles of the account that the one-time link makes
 * @param codeValid how long the one-time link holds
 * @param shortestPassword in characters
 */
@ConfigurationProperties("hongyan.log-in")
record LogInSettings(
    @DefaultValue("true") boolean secondFactorRequired,
    @DefaultValue("administrator") Set<Role> firstRoles,
    @DefaultValue("24h") Duration codeValid,
    @DefaultValue("12") int shortestPassword) {}
