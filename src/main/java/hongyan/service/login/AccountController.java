package hongyan.service.login;

import hongyan.service.accounts.Role;
import hongyan.service.accounts.WhoAsks;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The accounts, for administrators. */
@Tag(name = "accounts", description = "账号与令牌：角色、县市区范围")
@RestController
@RequestMapping("/api/v1/accounts")
class AccountController {
  private final Accounts accounts;
  private final WhoAsks whoAsks;

  AccountController(Accounts accounts, WhoAsks whoAsks) {
    this.accounts = accounts;
    this.whoAsks = whoAsks;
  }

  /** An account as the API gives it: nothing in it is secret. */
  record AccountView(
      String account,
      String name,
      List<String> roles,
      List<String> counties,
      boolean disabled,
      boolean secondFactor,
      Instant createdAt,
      String createdBy,
      @Nullable Instant lastLogIn) {

    static AccountView of(Account account) {
      return new AccountView(
          account.account(),
          account.name(),
          account.roles().stream().map(Role::code).sorted().toList(),
          account.counties().stream().sorted().toList(),
          account.disabled(),
          account.hasSecondFactor(),
          account.createdAt(),
          account.createdBy(),
          account.lastLogIn());
    }
  }

  @Operation(summary = "All accounts")
  @GetMapping
  List<AccountView> list() {
    return accounts.list().stream().map(AccountView::of).toList();
  }

  @Operation(summary = "Makes an account")
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  AccountView make(@RequestBody AccountForm form) {
    return AccountView.of(accounts.make(form, whoAsks.get().account()));
  }

  @Operation(
      summary = "Changes an account; what is left out stays",
      description = "With another password, or disabled, its sessions end.")
  @PutMapping("/{account}")
  AccountView change(@PathVariable String account, @RequestBody AccountForm form) {
    return AccountView.of(accounts.change(account, form));
  }

  @Operation(summary = "Takes the second factor of an account away, for somebody who has lost it")
  @DeleteMapping("/{account}/second-factor")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void removeSecondFactor(@PathVariable String account) {
    accounts.removeSecondFactor(account);
  }
}
