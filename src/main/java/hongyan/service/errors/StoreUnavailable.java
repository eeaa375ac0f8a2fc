package hongyan.service.errors;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;

/** That the service's database does not answer, and what callers hear then. */
final class StoreUnavailable {
  private static final String RULE = "store-unavailable";
  private static final String RETRY_AFTER_SECONDS = "5";
  private static final String MESSAGE =
      "数据库暂时没有应答，请稍后再试；如为提交，请先核对是否已生效 (the database does not answer; try again later,"
          + " and look first whether what you sent was done)";

  private StoreUnavailable() {}

  /** Returns whether that is what a failure comes from. */
  static boolean causes(@Nullable Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof DataAccessResourceFailureException
          || cause instanceof TransientDataAccessException
          || cause instanceof RecoverableDataAccessException
          || cause instanceof TransactionException) {
        return true;
      }
    }
    return false;
  }

  static ResponseEntity<ProblemDetail> answer() {
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE, MESSAGE);
    problem.setProperty("errors", List.of(Refused.Fault.of("database", null, RULE, MESSAGE)));
    return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
        .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
        .body(problem);
  }
}
