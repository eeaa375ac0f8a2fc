package hongyan.service.audit;

import hongyan.pipelines.series.Page;
import hongyan.pipelines.series.Paging;
import hongyan.service.api.ListOptions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The audit log, for those who look after the others. */
@Tag(name = "audit", description = "审计日志：谁看了什么、改了什么、导出了什么")
@RestController
@RequestMapping("/api/v1/audit")
class AuditController {
  private final AuditLog log;

  AuditController(AuditLog log) {
    this.log = log;
  }

  @Operation(summary = "Who asked for what, newest first")
  @GetMapping
  Page<AuditEntry> list(
      @RequestParam(required = false) @Nullable String account,
      @RequestParam(required = false) @Nullable String action,
      @ParameterObject ListOptions options) {
    Paging paging = options.paging();
    List<AuditEntry> found = log.list(account, action, before(paging), paging.limit() + 1);
    if (found.size() <= paging.limit()) {
      return new Page<>(found, null);
    }
    List<AuditEntry> shown = found.subList(0, paging.limit());
    return new Page<>(shown, Long.toString(shown.get(shown.size() - 1).id()));
  }

  @Operation(
      summary = "Whether the chain of the audit log is whole, and where it breaks",
      description =
          "Whoever writes the head down elsewhere can also see later that nothing was cut off the"
              + " end.")
  @GetMapping("/check")
  AuditLog.Check check() {
    return log.check();
  }

  private static @Nullable Long before(Paging paging) {
    String cursor = paging.cursor();
    try {
      return cursor == null ? null : Long.valueOf(cursor);
    } catch (NumberFormatException notOurs) {
      throw new IllegalArgumentException(
          "cursor=%s: not one of this list".formatted(cursor), notOurs);
    }
  }
}
