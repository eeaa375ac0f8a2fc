package hongyan.service.login;

import hongyan.service.accounts.Grant;
import hongyan.service.accounts.Role;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The account of a person.
 *
 * @param counties adcodes; empty for the whole city
 * @param password its hash, with the name of the algorithm
 * @param stamp grows when everybody who is logged in with it must do so again
 * @param secondFactor the secret, encrypted; null without one
 * @param pending whether the second factor waits for its first code
 * @param step time step of the last code that was taken
 */
record Account(
    String account,
    String name,
    Set<Role> roles,
    Set<String> counties,
    String password,
    int stamp,
    boolean disabled,
    @Nullable String secondFactor,
    boolean pending,
    long step,
    Instant createdAt,
    String createdBy,
    @Nullable Instant lastLogIn) {

  /** Returns whether it may make and change other accounts. */
  boolean administers() {
    return !disabled && roles.contains(Role.ADMINISTRATOR);
  }

  /** Returns the same with another name, grant and state. */
  Account with(String called, Grant grant, boolean off) {
    return new Account(
        account,
        called,
        grant.roles(),
        grant.counties(),
        password,
        stamp,
        off,
        secondFactor,
        pending,
        step,
        createdAt,
        createdBy,
        lastLogIn);
  }

  /** Returns whether logging in takes a code. */
  boolean hasSecondFactor() {
    return secondFactor != null && !pending;
  }
}
