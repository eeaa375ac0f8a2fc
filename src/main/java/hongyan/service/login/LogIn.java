package hongyan.service.login;

import hongyan.service.accounts.Person;
import hongyan.service.accounts.Role;
import hongyan.service.audit.AuditLog;
import hongyan.service.errors.Unauthenticated;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells whether somebody is who they say, and who is behind a session. */
@Component
public class LogIn {
  private static final String WRONG =
      "账号、密码或验证码不正确 (the account, the password or the code is wrong)";

  private final AccountStore accounts;
  private final Passwords passwords;
  private final SecondFactor secondFactor;
  private final Attempts attempts;
  private final AuditLog audit;
  private final LogInSettings settings;
  private final Clock clock;

  LogIn(
      AccountStore accounts,
      Passwords passwords,
      SecondFactor secondFactor,
      Attempts attempts,
      AuditLog audit,
      LogInSettings settings,
      Clock clock) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.secondFactor = secondFactor;
    this.attempts = attempts;
    this.audit = audit;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Returns what a session keeps of them; throws {@link Unauthenticated} when anything is wrong,
   * without saying what.
   */
  LoggedIn logIn(String name, String password, @Nullable String code, String address) {
    attempts.begin(name, address);
    Account account = accounts.find(name).orElse(null);
    boolean right = passwords.matches(password, account);
    if (!right || account == null || account.disabled()) {
      throw refused(name, address);
    }
    if (account.hasSecondFactor()) {
      checkCode(account, code, address);
    }
    attempts.succeeded(name, address);
    accounts.loggedIn(name, clock.instant());
    LoggedIn loggedIn = new LoggedIn(name, account.stamp(), account.hasSecondFactor());
    audit.add(person(account, loggedIn), address, "log-in", name, "");
    return loggedIn;
  }

  private void checkCode(Account account, @Nullable String code, String address) {
    if (code == null || code.isBlank()) {
      attempts.undecided(account.account(), address);
      throw new Unauthenticated("second-factor-needed", "需要验证码 (a code is needed): totp");
    }
    if (!takes(account, code)) {
      throw refused(account.account(), address);
    }
  }

  /** Takes a code, each only once; a pending second factor holds from its first code on. */
  boolean takes(Account account, String code) {
    String secret = account.secondFactor();
    if (secret == null) {
      return false;
    }
    OptionalLong step = secondFactor.step(secret, code);
    return step.isPresent() && accounts.takeStep(account.account(), step.getAsLong());
  }

  private Unauthenticated refused(String name, String address) {
    audit.add(Person.NOBODY, address, "log-in refused", name, "");
    return new Unauthenticated("wrong-credentials", WRONG);
  }

  /** Checks the password of somebody who is logged in; a guess counts as a try to log in. */
  Account confirm(LoggedIn loggedIn, @Nullable String password, String address) {
    Account account = accounts.find(loggedIn.account()).orElseThrow();
    attempts.begin(account.account(), address);
    if (!passwords.matches(password, account)) {
      throw refused(account.account(), address);
    }
    attempts.succeeded(account.account(), address);
    return account;
  }

  /** Returns who is behind a session, as the account is now; nothing once the session is over. */
  public Optional<Person> find(LoggedIn loggedIn) {
    return accounts
        .find(loggedIn.account())
        .filter(account -> account.stamp() == loggedIn.stamp() && !account.disabled())
        .map(account -> person(account, loggedIn));
  }

  private Person person(Account account, LoggedIn loggedIn) {
    Set<Role> roles = EnumSet.of(Role.PUBLIC);
    roles.addAll(account.roles());
    if (settings.secondFactorRequired() && !loggedIn.secondFactor()) {
      roles.remove(Role.ADMINISTRATOR);
    }
    return new Person(account.account(), account.name(), roles, account.counties());
  }
}
