package hongyan.service.access;

import hongyan.pipelines.records.Json;
import hongyan.service.accounts.WhoAsks;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.stereotype.Component;

/**
 * Turns away, as a problem document (RFC 9457) that says no more than the caller may know: 401 who
 * has not said who they are, 403 who may not.
 */
@Component
class SecurityProblems
    implements AuthenticationEntryPoint, AccessDeniedHandler, RequestRejectedHandler {
  private static final String UNKNOWN = "请先登录，或提供有效令牌 (log in, or send a valid token)";
  private static final String NO_CSRF =
      "缺少 CSRF 令牌 (the CSRF token of the session is missing): GET /api/v1/session";
  private static final String NOT_ALLOWED =
      "角色或县市区范围不符 (another role, or the whole city, is needed)";
  private static final String NOT_TAKEN = "地址或请求头不可接受 (the address or a header cannot be taken)";

  private final WhoAsks whoAsks;

  SecurityProblems(WhoAsks whoAsks) {
    this.whoAsks = whoAsks;
  }

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException stranger)
      throws IOException {
    response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    write(
        request, response, HttpStatus.UNAUTHORIZED, "请先登录，或提供有效令牌 (log in, or send a valid token)");
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
      throws IOException {
    if (whoAsks.get().isNobody()) {
      response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
      write(
          request,
          response,
          HttpStatus.UNAUTHORIZED,
          "请先登录，或提供有效令牌 (log in, or send a valid token)");
    } else if (denied instanceof CsrfException) {
      write(request, response, HttpStatus.FORBIDDEN, NO_CSRF);
    } else {
      write(
          request,
          response,
          HttpStatus.FORBIDDEN,
          "角色或县市区范围不符 (another role, or the whole city, is needed)");
    }
  }

  /** An address that no honest client writes: double slashes, parameters in the path, and so on. */
  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, RequestRejectedException rejected)
      throws IOException {
    write(request, response, HttpStatus.BAD_REQUEST, NOT_TAKEN);
  }

  private static void write(
      HttpServletRequest request, HttpServletResponse response, HttpStatus status, String detail)
      throws IOException {
    Map<String, Object> problem = new LinkedHashMap<>();
    problem.put("title", status.getReasonPhrase());
    problem.put("status", status.value());
    problem.put("detail", detail);
    problem.put("instance", request.getRequestURI());
    response.setStatus(status.value());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response
        .getOutputStream()
        .write(Json.MAPPER.writeValueAsString(problem).getBytes(StandardCharsets.UTF_8));
  }
}
