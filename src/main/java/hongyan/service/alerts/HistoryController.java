package hongyan.service.alerts;

import hongyan.service.history.AlertHistory;
import hongyan.service.history.ChainCheck;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The history as a whole, and how much work lies where. */
@Tag(name = "alerts")
@RestController
@RequestMapping("/api/v1/alerts")
class HistoryController {
  private final AlertHistory history;
  private final Workload workload;

  HistoryController(AlertHistory history, Workload workload) {
    this.history = history;
    this.workload = workload;
  }

  @Operation(
      summary = "Whether the history of all alerts is as it was written",
      description =
          "Names the first entry that was changed, or before which one was taken away. head: the"
              + " hash that somebody noted down at an earlier check; knowsHead false says that the"
              + " end of the history was cut off since")
  @GetMapping("/history/check")
  ChainCheck check(@RequestParam(required = false) @Nullable String head) {
    return history.check(head);
  }

  @Operation(summary = "How many alerts lie at which office, by light, and how many went up")
  @GetMapping("/workload")
  List<Workload.Line> workload() {
    return workload.list();
  }
}
