package hongyan.service.login;

import com.fasterxml.jackson.annotation.JsonInclude;
import hongyan.service.accounts.Person;
import hongyan.service.accounts.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who one is.
 *
 * @param account null when nobody is logged in
 * @param counties adcodes; empty for the whole city
 * @param secondFactor {@code none}, {@code passed}, or {@code needed}: an administrator is one only
 *     after it
 * @param csrf what a session sends along with every change; null without a session
 * @param signIn other services by which one may log in
 */
record SessionView(
    @Nullable String account,
    @Nullable String name,
    List<String> roles,
    List<String> counties,
    String secondFactor,
    @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Csrf csrf,
    List<SignIn> signIn) {

  /** The header to send, and its value. */
  record Csrf(String header, String token) {}

  /** A service by which one may log in, and the address to go to. */
  record SignIn(String name, String href) {}

  static SessionView of(
      Person person, String secondFactor, @Nullable Csrf csrf, List<SignIn> signIn) {
    boolean nobody = person.isNobody();
    return new SessionView(
        nobody ? null : person.account(),
        nobody ? null : person.name(),
        person.roles().stream().map(Role::code).sorted().toList(),
        person.counties().stream().sorted().toList(),
        secondFactor,
        csrf,
        signIn);
  }
}
