package hongyan.service.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.crypto.keygen.KeyGenerators;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.web.util.WebUtils;

/**
 * Remembers who went to another service to log in there. The session cookie cannot: it is of the
 * kind that a browser does not send when it comes back from elsewhere (SameSite=Strict). So there
 * is a cookie of its own for this way and these minutes. Thread-safe.
 */
final class SignInMemory implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {
  private static final String COOKIE = "HONGYAN_SIGN_IN";
  private static final String PATH = "/login/oauth2";
  private static final Duration HOLDS = Duration.ofMinutes(10);
  private static final int KEY_BYTES = 32;

  /** More than are ever on their way; whoever asks for more pushes the oldest out. */
  private static final int MOST = 10_000;

  private record Pending(OAuth2AuthorizationRequest request, long untilNanos) {}

  private final Map<String, Pending> pending =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Pending> eldest) {
          return size() > MOST;
        }
      };

  @Override
  public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
    String key = key(request);
    synchronized (pending) {
      Pending found = key == null ? null : pending.get(key);
      return found != null && holds(found, request) ? found.request() : null;
    }
  }

  @Override
  public void saveAuthorizationRequest(
      @Nullable OAuth2AuthorizationRequest authorization,
      HttpServletRequest request,
      HttpServletResponse response) {
    if (authorization == null) {
      removeAuthorizationRequest(request, response);
      return;
    }
    String key =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(KeyGenerators.secureRandom(KEY_BYTES).generateKey());
    synchronized (pending) {
      pending.put(key, new Pending(authorization, System.nanoTime() + HOLDS.toNanos()));
    }
    setCookie(key, HOLDS, request, response);
  }

  @Override
  public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
      HttpServletRequest request, HttpServletResponse response) {
    String key = key(request);
    if (key == null) {
      return null;
    }
    setCookie("", Duration.ZERO, request, response);
    synchronized (pending) {
      Pending found = pending.remove(key);
      return found != null && holds(found, request) ? found.request() : null;
    }
  }

  private static boolean holds(Pending found, HttpServletRequest request) {
    return found.untilNanos() - System.nanoTime() > 0
        && found.request().getState() != null
        && found.request().getState().equals(request.getParameter("state"));
  }

  private static @Nullable String key(HttpServletRequest request) {
    var cookie = WebUtils.getCookie(request, COOKIE);
    return cookie == null ? null : cookie.getValue();
  }

  private static void setCookie(
      String value, Duration age, HttpServletRequest request, HttpServletResponse response) {
    ResponseCookie cookie =
        ResponseCookie.from(COOKIE, value)
            .path(PATH)
            .maxAge(age)
            .httpOnly(true)
            .secure(request.isSecure())
            .sameSite("Lax")
            .build();
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
  }
}
