package hongyan.service.access;

import hongyan.service.accounts.Permission;
import hongyan.service.accounts.Permissions;
import jakarta.servlet.DispatcherType;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * The one chain of filters: sessions for people, bearer tokens for programs, the table of
 * permissions for both.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class AccessConfiguration {

  @Bean
  SecurityContextRepository securityContextRepository() {
    return new HttpSessionSecurityContextRepository();
  }

  @Bean
  CsrfTokenRepository csrfTokenRepository() {
    return new HttpSessionCsrfTokenRepository();
  }

  @Bean
  SecurityFilterChain securityFilterChain(
      HttpSecurity http,
      TableAuthorization table,
      Permissions permissions,
      TokenIntrospector tokens,
      SecurityProblems problems,
      SecurityContextRepository contexts,
      CsrfTokenRepository csrfTokens,
      OidcPeople oidcPeople,
      ObjectProvider<ClientRegistrationRepository> registrations) {
    http.securityContext(context -> context.securityContextRepository(contexts))
        .authorizeHttpRequests(
            requests ->
                requests
                    // What a request was let in for goes on; it is not asked twice.
                    .dispatcherTypeMatchers(
                        DispatcherType.ASYNC, DispatcherType.ERROR, DispatcherType.FORWARD)
                    .permitAll()
                    .anyRequest()
                    .access(table))
        .csrf(
            csrf -> csrf.csrfTokenRepository(csrfTokens).ignoringRequestMatchers(open(permissions)))
        .oauth2ResourceServer(
            server ->
                server
                    .opaqueToken(
                        token ->
                            token
                                .introspector(tokens)
                                .authenticationConverter(TokenIntrospector::authentication))
                    .authenticationEntryPoint(problems)
                    .accessDeniedHandler(problems))
        .exceptionHandling(
            failures -> failures.authenticationEntryPoint(problems).accessDeniedHandler(problems))
        .headers(Hygiene::set)
        .requestCache(AbstractHttpConfigurer::disable)
        .formLogin(AbstractHttpConfigurer::disable)
        .httpBasic(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable);
    if (registrations.getIfAvailable() != null) {
      SignInMemory memory = new SignInMemory();
      http.oauth2Login(
          login ->
              login
                  .authorizationEndpoint(to -> to.authorizationRequestRepository(memory))
                  .userInfoEndpoint(info -> info.oidcUserService(oidcPeople))
                  .defaultSuccessUrl("/", true)
                  .failureHandler(problems::commence));
    }
    return http.build();
  }

  /** What everybody may do is not done for the account whose cookie happens to come along. */
  private static RequestMatcher open(Permissions permissions) {
    return request ->
        permissions
            .find(request.getMethod(), TableAuthorization.path(request))
            .filter(Permission::isPublic)
            .isPresent();
  }
}
