package hongyan.service.doors;

import hongyan.service.doors.rejects.Fault;
import hongyan.service.doors.rejects.Language;
import hongyan.service.doors.rejects.Rule;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** Says what is wrong with a whole body as a problem document (RFC 9457). */
final class Problems {
  private static final String RETRY_SECONDS = "5";

  private Problems() {}

  static ResponseEntity<ProblemDetail> of(int line, Fault fault, Language language) {
    HttpStatus status = status(fault.rule());
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, fault.message(language));
    problem.setProperty("errors", List.of(Answer.RecordFault.of(line, fault, language)));
    ResponseEntity.BodyBuilder answer =
        ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON);
    if (status == HttpStatus.SERVICE_UNAVAILABLE) {
      answer.header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
    }
    return answer.body(problem);
  }

  private static HttpStatus status(Rule rule) {
    return switch (rule) {
      case UNKNOWN_CONTENT_TYPE, UNKNOWN_CHARSET, UNKNOWN_CONTENT_ENCODING ->
          HttpStatus.UNSUPPORTED_MEDIA_TYPE;
      case BODY_TOO_LARGE, ARCHIVE_TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
      case BODY_TOO_SLOW -> HttpStatus.REQUEST_TIMEOUT;
      case TOO_BUSY, LOG_UNAVAILABLE -> HttpStatus.SERVICE_UNAVAILABLE;
      default -> HttpStatus.BAD_REQUEST;
    };
  }
}
