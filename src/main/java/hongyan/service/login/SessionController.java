package hongyan.service.login;

import hongyan.service.accounts.Person;
import hongyan.service.accounts.WhoAsks;
import hongyan.service.audit.AuditLog;
import hongyan.service.errors.Conflict;
import hongyan.service.errors.Forbidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Logging in and out, and what people do about their own account. */
@Tag(name = "session", description = "登录：会话、密码、验证码")
@RestController
@RequestMapping("/api/v1/session")
class SessionController {
  private final LogIn logIn;
  private final Accounts accounts;
  private final Sessions sessions;
  private final SessionViews views;
  private final WhoAsks whoAsks;
  private final AuditLog audit;

  SessionController(
      LogIn logIn,
      Accounts accounts,
      Sessions sessions,
      SessionViews views,
      WhoAsks whoAsks,
      AuditLog audit) {
    this.logIn = logIn;
    this.accounts = accounts;
    this.sessions = sessions;
    this.views = views;
    this.whoAsks = whoAsks;
    this.audit = audit;
  }

  /** What one logs in with; the code only where a second factor is set up. */
  record Credentials(@Nullable String account, @Nullable String password, @Nullable String totp) {}

  /** What the first account is made of. */
  record Setup(
      @Nullable String code,
      @Nullable String account,
      @Nullable String name,
      @Nullable String password) {}

  /** Another password. */
  record PasswordChange(@Nullable String password, @Nullable String newPassword) {}

  /** What begins another second factor; the code of the present one where there is one. */
  record Enrolment(@Nullable String password, @Nullable String totp) {}

  /** The first code of a new second factor. */
  record Confirmation(@Nullable String totp) {}

  /** What an authenticator application is given, shown once. */
  record Secret(String secret, String uri, QrPicture qr) {}

  @Operation(summary = "Who one is; nobody has the role public")
  @GetMapping
  SessionView get(HttpServletRequest request) {
    return views.of(whoAsks.get(), request);
  }

  @Operation(
      summary = "Logs in: sets the session cookie",
      description =
          "401 with the rule wrong-credentials or second-factor-needed; 429 after too many tries,"
              + " with Retry-After")
  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  SessionView logIn(
      @RequestBody Credentials sent, HttpServletRequest request, HttpServletResponse response) {
    String account = Names.account(sent.account());
    String password = sent.password() == null ? "" : sent.password();
    return begin(
        logIn.logIn(account, password, sent.totp(), request.getRemoteAddr()), request, response);
  }

  @Operation(summary = "Logs out")
  @DeleteMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void logOut(HttpServletRequest request) {
    sessions.end(request);
  }

  @Operation(
      summary = "Makes the first administrator's account, by the one-time link, and logs in",
      description = "The code is printed on the terminal of the service at its start.")
  @PostMapping(path = "/setup", consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  SessionView setUp(
      @RequestBody Setup sent, HttpServletRequest request, HttpServletResponse response) {
    String address = request.getRemoteAddr();
    Account made =
        accounts.makeFirst(sent.code(), sent.account(), sent.name(), sent.password(), address);
    LoggedIn loggedIn = new LoggedIn(made.account(), made.stamp(), false);
    Person person = logIn.find(loggedIn).orElseThrow();
    audit.add(person, address, "first account made", made.account(), "");
    return begin(loggedIn, request, response);
  }

  @Operation(summary = "Changes one's own password; other sessions of the account end")
  @PutMapping("/password")
  SessionView changePassword(
      @RequestBody PasswordChange sent, HttpServletRequest request, HttpServletResponse response) {
    LoggedIn loggedIn = own();
    logIn.confirm(loggedIn, sent.password(), request.getRemoteAddr());
    int stamp = accounts.changePassword(loggedIn.account(), sent.newPassword());
    return begin(
        new LoggedIn(loggedIn.account(), stamp, loggedIn.secondFactor()), request, response);
  }

  @Operation(
      summary = "Begins a second factor: gives the secret for an authenticator application, once",
      description = "It holds from its first code on, see /session/second-factor/confirmation.")
  @PostMapping("/second-factor")
  Secret enrol(@RequestBody Enrolment sent, HttpServletRequest request) {
    Account account = logIn.confirm(own(), sent.password(), request.getRemoteAddr());
    String code = sent.totp() == null ? "" : sent.totp();
    if (account.hasSecondFactor() && !logIn.takes(account, code)) {
      throw new Forbidden("需要现有验证码 (the code of the present second factor is needed): totp");
    }
    SecondFactor.Fresh fresh = accounts.beginSecondFactor(account.account());
    return new Secret(fresh.secret(), fresh.uri(), QrPicture.of(fresh.uri()));
  }

  @Operation(summary = "Confirms the second factor with its first code")
  @PostMapping("/second-factor/confirmation")
  SessionView confirm(
      @RequestBody Confirmation sent, HttpServletRequest request, HttpServletResponse response) {
    LoggedIn loggedIn = own();
    String code = sent.totp() == null ? "" : sent.totp();
    if (!accounts.confirmSecondFactor(loggedIn.account(), code, request.getRemoteAddr())) {
      throw new Conflict("验证码不正确 (the code is wrong): totp");
    }
    return begin(new LoggedIn(loggedIn.account(), loggedIn.stamp(), true), request, response);
  }

  private SessionView begin(
      LoggedIn loggedIn, HttpServletRequest request, HttpServletResponse response) {
    Person person = logIn.find(loggedIn).orElseThrow();
    sessions.begin(loggedIn, person, request, response);
    return views.of(person, request);
  }

  private LoggedIn own() {
    return sessions
        .present()
        .orElseThrow(() -> new Forbidden("仅限本人会话 (only a person's own session may)"));
  }
}
