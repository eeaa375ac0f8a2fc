package hongyan.service.errors;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Answers where the server itself gave a request up, before or beside our own handlers: most of all
 * a body that ends before its announced length.
 */
@Hidden
@RestController
class LastResort implements ErrorController {

  @RequestMapping("${server.error.path:/error}")
  ResponseEntity<ProblemDetail> answer(HttpServletRequest request) {
    if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Exception failure
        && StoreUnavailable.causes(failure)) {
      // The filters ask the database too: who is it?
      ResponseEntity<ProblemDetail> answer = StoreUnavailable.answer();
      setInstance(answer.getBody(), request);
      return answer;
    }
    HttpStatus status = status(request);
    ProblemDetail problem = ProblemDetail.forStatus(status);
    if (status == HttpStatus.BAD_REQUEST) {
      String message = "The request could not be read to its end; nothing of it was taken.";
      problem.setDetail(message);
      problem.setProperty(
          "errors", List.of(Refused.Fault.of("body", null, "body-incomplete", message)));
    } else {
      problem.setDetail(status.getReasonPhrase());
    }
    setInstance(problem, request);
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }

  private static void setInstance(@Nullable ProblemDetail problem, HttpServletRequest request) {
    if (problem != null
        && request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String address) {
      problem.setInstance(URI.create(address));
    }
  }

  private static HttpStatus status(HttpServletRequest request) {
    HttpStatus status =
        request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
            ? HttpStatus.resolve(code)
            : null;
    return status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status;
  }
}
