package hongyan.service.access;

import hongyan.service.accounts.Permission;
import hongyan.service.accounts.Permissions;
import hongyan.service.accounts.Person;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.server.PathContainer;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Holds every request to the table of permissions. An operation without a line is nobody's; what is
 * no operation at all, a page or its parts, is everybody's, except below the closed addresses.
 */
@Component
class TableAuthorization implements AuthorizationManager<RequestAuthorizationContext> {
  /** Request attribute with the line that let the request in. */
  static final String LINE = Permission.class.getName();

  private static final List<String> CLOSED = List.of("/api/", "/actuator", "/v3/");

  private final Permissions permissions;
  private final CurrentPerson people;
  private final RequestMappingHandlerMapping operations;

  TableAuthorization(
      Permissions permissions,
      CurrentPerson people,
      @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping operations) {
    this.permissions = permissions;
    this.people = people;
    this.operations = operations;
  }

  @Override
  public AuthorizationResult authorize(
      Supplier<? extends @Nullable Authentication> authentication,
      RequestAuthorizationContext context) {
    HttpServletRequest request = context.getRequest();
    String path = path(request);
    Optional<Permission> line = permissions.find(request.getMethod(), path);
    Person person = people.of(authentication.get());
    line.ifPresent(found -> request.setAttribute(LINE, found));
    return new AuthorizationDecision(
        line.map(found -> found.allows(person))
            .orElseGet(() -> allowsUnlisted(request.getMethod(), path, person)));
  }

  static String path(HttpServletRequest request) {
    return request.getRequestURI().substring(request.getContextPath().length());
  }

  private boolean allowsUnlisted(String method, String path, Person person) {
    boolean closed = CLOSED.stream().anyMatch(path::startsWith);
    // Somebody we know may hear that there is nothing; a stranger hears nothing about it.
    return !isOperation(method, path) && !(closed && person.isNobody());
  }

  private boolean isOperation(String method, String path) {
    PathContainer container = PathContainer.parsePath(path);
    return operations.getHandlerMethods().keySet().stream()
        .anyMatch(info -> takes(info, method) && matches(info, container));
  }

  private static boolean takes(RequestMappingInfo info, String method) {
    Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
    String asked = method.equals("HEAD") ? "GET" : method;
    return methods.isEmpty() || methods.stream().anyMatch(one -> one.name().equals(asked));
  }

  private static boolean matches(RequestMappingInfo info, PathContainer path) {
    return info.getPathPatternsCondition() != null
        && info.getPathPatternsCondition().getPatterns().stream()
            .anyMatch(pattern -> pattern.matches(path));
  }
}
