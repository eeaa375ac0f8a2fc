package hongyan.service.tokens;

import hongyan.geo.city.City;
import hongyan.service.accounts.Grant;
import hongyan.service.accounts.Role;
import hongyan.service.accounts.WhoAsks;
import hongyan.service.errors.Refused;
import hongyan.service.errors.Refused.Fault;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The tokens of programs and devices, for administrators. */
@Tag(name = "accounts")
@RestController
@RequestMapping("/api/v1/tokens")
class TokenController {
  private static final int LONGEST_NAME = 100;

  /** The platform's own choice: a forgotten device does not keep its key for ever. */
  private static final Duration USUAL = Duration.ofDays(365);

  private static final Duration LONGEST = Duration.ofDays(3_653);

  private final Tokens tokens;
  private final WhoAsks whoAsks;
  private final City city;
  private final Clock clock;

  TokenController(Tokens tokens, WhoAsks whoAsks, City city, Clock clock) {
    this.tokens = tokens;
    this.whoAsks = whoAsks;
    this.city = city;
    this.clock = clock;
  }

  /**
   * A token as an administrator asks for it.
   *
   * @param counties adcodes; empty for the whole city
   * @param expiresAt a year from now, if none is named
   */
  record TokenForm(
      @Nullable String name,
      @Nullable List<String> roles,
      @Nullable List<String> counties,
      @Nullable OffsetDateTime expiresAt) {}

  /**
   * A token as the API gives it.
   *
   * @param state {@code valid}, {@code expired} or {@code revoked}
   * @param secret only when it is made, never again
   */
  record TokenView(
      String id,
      String name,
      List<String> roles,
      List<String> counties,
      String state,
      Instant createdAt,
      String createdBy,
      @Nullable Instant expiresAt,
      @Nullable Instant lastUsed,
      @Nullable Instant revokedAt,
      @Nullable String secret) {

    static TokenView of(Token token, Instant now, @Nullable String secret) {
      String state =
          token.revokedAt() != null ? "revoked" : token.holdsAt(now) ? "valid" : "expired";
      return new TokenView(
          token.id(),
          token.name(),
          token.roles().stream().map(Role::code).sorted().toList(),
          token.counties().stream().sorted().toList(),
          state,
          token.createdAt(),
          token.createdBy(),
          token.expiresAt(),
          token.lastUsed(),
          token.revokedAt(),
          secret);
    }
  }

  @Operation(summary = "All tokens, the newest first, without their secrets")
  @GetMapping
  List<TokenView> list() {
    Instant now = clock.instant();
    return tokens.list().stream().map(token -> TokenView.of(token, now, null)).toList();
  }

  @Operation(summary = "Makes a token; its secret is shown this once")
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  TokenView make(@RequestBody TokenForm form) {
    String name = form.name();
    if (name == null || name.isBlank() || name.length() > LONGEST_NAME) {
      throw refused("name", "1 至 %1$d 个字符 (1 to %1$d characters)".formatted(LONGEST_NAME));
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Instant expiresAt = form.expiresAt() == null ? now.plus(USUAL) : form.expiresAt().toInstant();
    if (!expiresAt.isAfter(now) || expiresAt.isAfter(now.plus(LONGEST))) {
      throw refused("expiresAt", "须晚于现在，且在十年之内 (must be later than now, within ten years)");
    }
    Grant grant =
        Grant.of(form.roles(), form.counties(), adcode -> city.counties().find(adcode).isPresent());
    Tokens.Fresh fresh = tokens.make(name.strip(), grant, expiresAt, whoAsks.get().account());
    return TokenView.of(fresh.token(), now, fresh.secret());
  }

  @Operation(summary = "Revokes a token, at once and for good")
  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void revoke(@PathVariable String id) {
    tokens.revoke(id, whoAsks.get().account());
  }

  private static Refused refused(String field, String message) {
    return new Refused(List.of(Fault.of(field, null, "invalid", message)));
  }
}
