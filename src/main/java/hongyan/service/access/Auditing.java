package hongyan.service.access;

import hongyan.service.accounts.Permission;
import hongyan.service.accounts.WhoAsks;
import hongyan.service.audit.AuditLog;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Adds an entry to the audit log before an operation is done, where its line of the table of
 * permissions says so. What came of it stands in the history of the thing itself.
 */
@Component
class Auditing implements HandlerInterceptor, WebMvcConfigurer {
  private final AuditLog log;
  private final WhoAsks whoAsks;

  Auditing(AuditLog log, WhoAsks whoAsks) {
    this.log = log;
    this.whoAsks = whoAsks;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this);
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    boolean first = request.getDispatcherType() == DispatcherType.REQUEST;
    if (first
        && request.getAttribute(TableAuthorization.LINE) instanceof Permission line
        && line.audited()) {
      String query = request.getQueryString();
      log.add(
          whoAsks.get(),
          request.getRemoteAddr(),
          line.operation(),
          request.getRequestURI(),
          query == null ? "" : query);
    }
    return true;
  }
}
