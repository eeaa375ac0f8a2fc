package hongyan.service.login;

import hongyan.geo.city.City;
import hongyan.service.accounts.Grant;
import hongyan.service.accounts.Role;
import hongyan.service.errors.Conflict;
import hongyan.service.errors.Forbidden;
import java.time.Clock;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes and changes accounts. None is ever taken away: histories name them. */
@Component
class Accounts {
  private final AccountStore store;
  private final Passwords passwords;
  private final SecondFactor secondFactor;
  private final SetupCode setupCode;
  private final LogInSettings settings;
  private final LogIn logIn;
  private final Attempts attempts;
  private final City city;
  private final Clock clock;

  Accounts(
      AccountStore store,
      Passwords passwords,
      SecondFactor secondFactor,
      SetupCode setupCode,
      LogInSettings settings,
      LogIn logIn,
      Attempts attempts,
      City city,
      Clock clock) {
    this.store = store;
    this.passwords = passwords;
    this.secondFactor = secondFactor;
    this.setupCode = setupCode;
    this.settings = settings;
    this.logIn = logIn;
    this.attempts = attempts;
    this.city = city;
    this.clock = clock;
  }

  List<Account> list() {
    return store.list();
  }

  Account get(String account) {
    return store
        .find(account)
        .orElseThrow(() -> new NoSuchElementException("no account " + account));
  }

  /** Makes the first account; the code is used up only by one that could be made. */
  Account makeFirst(
      @Nullable String code,
      @Nullable String account,
      @Nullable String name,
      @Nullable String password,
      String address) {
    attempts.begin(address);
    if (code == null || !setupCode.holds(code)) {
      throw new Forbidden(
          "一次性链接无效或已过期 (the one-time link does not hold; a restart of the service prints"
              + " another while there is no administrator)");
    }
    Account first =
        account(account, name, password, new Grant(settings.firstRoles(), Set.of()), "setup");
    if (store.find(first.account()).isPresent()) {
      throw new Conflict("账号已存在 (there is an account %s)".formatted(first.account()));
    }
    if (!setupCode.use(code)) {
      throw new Forbidden("一次性链接已使用 (the one-time link was used)");
    }
    store.add(first);
    return first;
  }

  /** Makes an account; throws {@link Conflict} when there is one of that name. */
  Account make(AccountForm form, String by) {
    Grant grant = Grant.of(form.roles(), form.counties(), this::isCounty);
    Account made = account(form.account(), form.name(), form.password(), grant, by);
    if (!store.add(made)) {
      throw new Conflict("账号已存在 (there is an account %s)".formatted(made.account()));
    }
    return get(made.account());
  }

  private Account account(
      @Nullable String account,
      @Nullable String name,
      @Nullable String password,
      Grant grant,
      String by) {
    String checked = Names.account(account);
    String called = Names.name(name);
    passwords.check(password, checked);
    return new Account(
        checked,
        called,
        grant.roles(),
        grant.counties(),
        passwords.hash(String.valueOf(password)),
        0,
        false,
        null,
        false,
        0,
        clock.instant(),
        by,
        null);
  }

  /** Changes an account; a part that is null stays. */
  Account change(String account, AccountForm form) {
    Account former = get(account);
    List<String> roles =
        form.roles() == null ? former.roles().stream().map(Role::code).toList() : form.roles();
    List<String> counties =
        form.counties() == null ? List.copyOf(former.counties()) : form.counties();
    Grant grant = Grant.of(roles, counties, this::isCounty);
    boolean disabled = form.disabled() == null ? former.disabled() : form.disabled();
    keepAnAdministrator(former, disabled || !grant.roles().contains(Role.ADMINISTRATOR));
    String name = form.name() == null ? former.name() : Names.name(form.name());
    if (form.password() != null) {
      passwords.check(form.password(), account);
    }
    store.change(former.with(name, grant, disabled));
    if (form.password() != null) {
      store.setPassword(account, passwords.hash(form.password()));
    }
    return get(account);
  }

  private void keepAnAdministrator(Account former, boolean noLonger) {
    boolean another =
        store.list().stream()
            .anyMatch(other -> !other.account().equals(former.account()) && other.administers());
    if (former.administers() && noLonger && !another) {
      throw new Conflict("至少保留一个管理员 (this is the last administrator)");
    }
  }

  /** Sets another password and returns the account's new stamp. */
  int changePassword(String account, @Nullable String password) {
    passwords.check(password, account);
    store.setPassword(account, passwords.hash(String.valueOf(password)));
    return get(account).stamp();
  }

  SecondFactor.Fresh beginSecondFactor(String account) {
    SecondFactor.Fresh fresh = secondFactor.make(account);
    store.setSecondFactor(account, fresh.closed());
    return fresh;
  }

  /** Returns whether the code was right; a wrong one counts as a try to log in. */
  boolean confirmSecondFactor(String account, String code, String address) {
    attempts.begin(account, address);
    boolean right = logIn.takes(get(account), code);
    if (right) {
      attempts.succeeded(account, address);
    }
    return right;
  }

  /** Takes the second factor away, for somebody who has lost it. */
  void removeSecondFactor(String account) {
    get(account);
    store.setSecondFactor(account, null);
  }

  private boolean isCounty(String adcode) {
    return city.counties().find(adcode).isPresent();
  }
}
