package hongyan.service.openapi;

import hongyan.service.accounts.Permission;
import hongyan.service.accounts.Permissions;
import hongyan.service.accounts.Role;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The problem documents (RFC 9457) that operations answer with, by what kind they are. */
final class ErrorAnswers {
  private static final String PROBLEM = "Problem";
  private static final Set<String> DOORS =
      Set.of(
          "/api/v1/readings",
          "/api/v1/occurrences",
          "/api/v1/findings",
          "/api/v1/casualties",
          "/api/v1/public/reports",
          "/api/v1/forecasts");

  /** Where a step may not fit what is there. */
  private static final Set<String> CONFLICTS =
      Set.of(
          "/api/v1/alerts/",
          "/api/v1/zones/",
          "/api/v1/notices/",
          "/api/v1/warnings/{alertId}",
          "/api/v1/rescues",
          "/api/v1/public/reports/{receipt}/close");

  /** Where guessing is slowed down. */
  private static final Set<String> TRIES = Set.of("/api/v1/session", "/api/v1/session/setup");

  /** What is written to the log before it is answered. */
  private static final Set<String> ON_THE_LOG =
      Set.of(
          "/api/v1/readings",
          "/api/v1/occurrences",
          "/api/v1/findings",
          "/api/v1/casualties",
          "/api/v1/public/reports",
          "/api/v1/forecasts",
          "/api/v1/stations/",
          "/api/v1/devices/",
          "/api/v1/permits/",
          "/api/v1/zones/",
          "/api/v1/air/dust-days/");

  private static final Map<String, String> WORDS =
      Map.of(
          "400", "问题见 errors · errors says what is wrong",
          "401", "请先登录，或提供有效令牌 · log in, or send a valid token",
          "403", "角色或县市区范围不符 · another role, or another county, is needed",
          "404", "没有这一项 · there is no such thing",
          "408", "报文发送过慢 · the body did not arrive in time",
          "409", "与现状不符 · does not fit what is there; says what is allowed",
          "413", "报文过大，请分批 · the body is too large, send it in parts",
          "415", "不接收此内容类型 · this content type is not taken; says which are",
          "429", "尝试过多，稍后再试 · too many tries; Retry-After says how long",
          "503", "暂不可写，请稍后重发 · cannot be written now; send again later, nothing is doubled");

  private ErrorAnswers() {}

  static void addTo(OpenAPI document, Permissions permissions) {
    if (document.getComponents() == null) {
      document.setComponents(new Components());
    }
    document.getComponents().addSchemas(PROBLEM, problem());
    document
        .getPaths()
        .forEach(
            (path, item) ->
                item.readOperationsMap()
                    .forEach(
                        (method, operation) -> {
                          describe(path, method, operation);
                          guard(permissions.find(method.name(), path), operation);
                        }));
  }

  /** Who may do it stands in the table of permissions, and with the operation. */
  private static void guard(Optional<Permission> line, Operation operation) {
    if (line.isEmpty() || line.get().isPublic()) {
      operation.setSecurity(List.of());
      return;
    }
    add(operation, "401");
    add(operation, "403");
    String roles =
        line.get().roles().stream().map(Role::code).sorted().collect(Collectors.joining(", "));
    if (!roles.isEmpty()) {
      operation.addExtension("x-roles", roles);
    }
  }

  private static void describe(String path, PathItem.HttpMethod method, Operation operation) {
    boolean writes = method != PathItem.HttpMethod.GET;
    boolean asks = operation.getParameters() != null && !operation.getParameters().isEmpty();
    if (writes || asks) {
      add(operation, "400");
    }
    if (path.contains("{") && method != PathItem.HttpMethod.PUT) {
      add(operation, "404");
    }
    if (writes && CONFLICTS.stream().anyMatch(path::startsWith)) {
      add(operation, "409");
    }
    if (operation.getRequestBody() != null) {
      add(operation, "415");
    }
    if (writes && ON_THE_LOG.stream().anyMatch(path::startsWith)) {
      add(operation, "503");
    }
    if (writes && TRIES.contains(path)) {
      add(operation, "401");
      add(operation, "429");
    }
    if (writes && DOORS.contains(path)) {
      add(operation, "408");
      add(operation, "413");
    }
  }

  private static void add(Operation operation, String status) {
    if (operation.getResponses() == null) {
      operation.setResponses(new ApiResponses());
    }
    MediaType type = new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM));
    operation
        .getResponses()
        .putIfAbsent(
            status,
            new ApiResponse()
                .description(WORDS.get(status))
                .content(new Content().addMediaType("application/problem+json", type)));
  }

  private static Schema<?> problem() {
    Schema<?> fault =
        new ObjectSchema()
            .addProperty("line", new IntegerSchema().description("报文的行，自 1 起 · line, from 1"))
            .addProperty("field", new StringSchema())
            .addProperty("value", new StringSchema())
            .addProperty("rule", new StringSchema().description("规则代码 · code of the rule"))
            .addProperty("message", new StringSchema());
    return new ObjectSchema()
        .description("RFC 9457")
        .addProperty("title", new StringSchema())
        .addProperty("status", new IntegerSchema())
        .addProperty("detail", new StringSchema())
        .addProperty("instance", new StringSchema())
        .addProperty("errors", new ArraySchema().items(fault));
  }
}
