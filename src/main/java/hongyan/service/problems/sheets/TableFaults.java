package hongyan.service.problems.sheets;

import hongyan.service.documents.Language;
import java.util.List;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;

/** Turns a file that is no ledger into a problem document. */
@RestControllerAdvice(assignableTypes = LedgerFileController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class TableFaults {

  @ExceptionHandler
  ProblemDetail unreadable(TableFault fault, WebRequest request) {
    Language language =
        Language.of(request.getParameter("lang"), request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    String message = language.of(fault.words());
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(HttpStatus.valueOf(fault.status()), message);
    problem.setProperty(
        "errors", List.of(Map.of("field", "body", "rule", fault.rule(), "message", message)));
    return problem;
  }
}
