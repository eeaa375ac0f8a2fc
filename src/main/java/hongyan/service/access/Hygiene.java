package hongyan.service.access;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Headers that keep a browser from doing what our pages never do. HSTS is among them wherever the
 * request came over TLS. What the pages themselves may load, the package of the pages says.
 */
final class Hygiene {
  /** The documents of the API carry their style in themselves, for printing, and no script. */
  private static final String DOCUMENTS =
      "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; base-uri 'none';"
          + " form-action 'none'; frame-ancestors 'none'";

  /** Swagger UI sets styles of its own; its scripts are files. */
  private static final String SWAGGER =
      "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline';"
          + " img-src 'self' data:; connect-src 'self'; object-src 'none'; base-uri 'none';"
          + " form-action 'self'; frame-ancestors 'none'";

  private static final RequestMatcher API = path("/api/**");
  private static final RequestMatcher INTERFACE =
      new OrRequestMatcher(path("/swagger-ui.html"), path("/swagger-ui/**"));

  private Hygiene() {}

  static void set(HeadersConfigurer<HttpSecurity> headers) {
    headers
        .addHeaderWriter(policy(API, DOCUMENTS))
        .addHeaderWriter(policy(INTERFACE, SWAGGER))
        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
        .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
        .permissionsPolicyHeader(
            permissions ->
                permissions.policy(
                    "geolocation=(self), camera=(self), microphone=(), payment=(), usb=()"));
  }

  private static DelegatingRequestMatcherHeaderWriter policy(RequestMatcher where, String policy) {
    return new DelegatingRequestMatcherHeaderWriter(
        where, new ContentSecurityPolicyHeaderWriter(policy));
  }

  private static RequestMatcher path(String pattern) {
    return PathPatternRequestMatcher.withDefaults().matcher(pattern);
  }
}
