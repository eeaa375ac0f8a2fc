package hongyan.service.errors;

import hongyan.service.log.LogUnavailable;
import java.sql.SQLException;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.convert.ConversionFailedException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.core.JacksonException;

/**
 * Turns what goes wrong into problem documents that tell the caller what to do, never how we broke.
 */
@RestControllerAdvice
class Problems extends ResponseEntityExceptionHandler {
  private static final Logger LOGGER = LoggerFactory.getLogger(Problems.class);

  /** SQLSTATE character_not_in_repertoire. */
  private static final String NO_SUCH_CHARACTER = "22021";

  @ExceptionHandler
  ProblemDetail missing(NoSuchElementException missing) {
    return ProblemDetail.forStatusAndDetail(
        HttpStatus.NOT_FOUND, String.valueOf(missing.getMessage()));
  }

  @ExceptionHandler
  ProblemDetail calledWrongly(IllegalArgumentException wrong) {
    return ProblemDetail.forStatusAndDetail(
        HttpStatus.BAD_REQUEST, String.valueOf(wrong.getMessage()));
  }

  @ExceptionHandler
  ProblemDetail refused(Refused refused) {
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(
            HttpStatus.BAD_REQUEST, String.valueOf(refused.getMessage()));
    problem.setProperty("errors", refused.faults());
    return problem;
  }

  @ExceptionHandler
  ProblemDetail forbidden(Forbidden forbidden) {
    return ProblemDetail.forStatusAndDetail(
        HttpStatus.FORBIDDEN, String.valueOf(forbidden.getMessage()));
  }

  @ExceptionHandler
  ProblemDetail conflict(Conflict conflict) {
    return ProblemDetail.forStatusAndDetail(
        HttpStatus.CONFLICT, String.valueOf(conflict.getMessage()));
  }

  @ExceptionHandler
  ProblemDetail unauthenticated(Unauthenticated stranger) {
    String message = String.valueOf(stranger.getMessage());
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.UNAUTHORIZED, message);
    problem.setProperty(
        "errors", List.of(Refused.Fault.of("account", null, stranger.rule(), message)));
    return problem;
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> tooManyTries(TooManyTries tries) {
    return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
        .header(HttpHeaders.RETRY_AFTER, Long.toString(tries.waitSeconds()))
        .body(
            ProblemDetail.forStatusAndDetail(
                HttpStatus.TOO_MANY_REQUESTS, String.valueOf(tries.getMessage())));
  }

  @ExceptionHandler
  ProblemDetail tooLarge(TooLarge tooLarge) {
    return ProblemDetail.forStatusAndDetail(
        HttpStatus.CONTENT_TOO_LARGE, String.valueOf(tooLarge.getMessage()));
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> logUnavailable(LogUnavailable unavailable) {
    LOGGER.error("nothing was acknowledged", unavailable);
    return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
        .header(HttpHeaders.RETRY_AFTER, "5")
        .body(
            ProblemDetail.forStatusAndDetail(
                HttpStatus.SERVICE_UNAVAILABLE,
                "The log does not answer; nothing was acknowledged. Send it again."));
  }

  /** PostgreSQL has no character U+0000 in a text; nobody who writes one means it. */
  @ExceptionHandler
  ResponseEntity<ProblemDetail> notStorable(DataIntegrityViolationException violation) {
    if (violation.getRootCause() instanceof SQLException refusal
        && NO_SUCH_CHARACTER.equals(refusal.getSQLState())) {
      String message = "文本中含有空字符 U+0000 (a text holds the character U+0000)";
      ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, message);
      problem.setProperty(
          "errors", List.of(Refused.Fault.of("body", null, "text-invalid", message)));
      return ResponseEntity.badRequest().body(problem);
    }
    return bug(violation);
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> bug(Exception bug) {
    if (StoreUnavailable.causes(bug)) {
      LOGGER.error("the database does not answer: {}", bug.getMessage());
      return StoreUnavailable.answer();
    }
    LOGGER.error("a request failed", bug);
    return ResponseEntity.internalServerError()
        .body(
            ProblemDetail.forStatusAndDetail(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "Something went wrong here; it is in the service's log."));
  }

  @Override
  protected ResponseEntity<Object> handleTypeMismatch(
      TypeMismatchException mismatch,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    return problem(
        List.of(
            new Fault(
                String.valueOf(mismatch.getPropertyName()),
                String.valueOf(mismatch.getValue()),
                reason(mismatch))),
        headers,
        status,
        request);
  }

  @Override
  protected ResponseEntity<Object> handleMethodArgumentNotValid(
      MethodArgumentNotValidException invalid,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    List<Fault> faults =
        invalid.getFieldErrors().stream()
            .map(
                error ->
                    new Fault(
                        error.getField(),
                        String.valueOf(error.getRejectedValue()),
                        error.contains(TypeMismatchException.class)
                            ? reason(error.unwrap(TypeMismatchException.class))
                            : String.valueOf(error.getDefaultMessage())))
            .toList();
    return problem(faults, headers, status, request);
  }

  @Override
  protected ResponseEntity<Object> handleHttpMessageNotReadable(
      HttpMessageNotReadableException unreadable,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    String message =
        NestedExceptionUtils.getMostSpecificCause(unreadable) instanceof JacksonException json
            ? "no JSON of the form that is wanted here, at line %d, column %d"
                .formatted(json.getLocation().getLineNr(), json.getLocation().getColumnNr())
            : "the body is missing or cannot be read";
    return problem(List.of(new Fault("body", "", message)), headers, status, request);
  }

  @Override
  protected ResponseEntity<Object> handleNoResourceFoundException(
      NoResourceFoundException missing,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    return createResponseEntity(
        ProblemDetail.forStatusAndDetail(
            status, "there is nothing at this address; see /swagger-ui.html"),
        headers,
        status,
        request);
  }

  /** What is wrong with one part of a request. */
  private record Fault(String field, String value, String message) {}

  private ResponseEntity<Object> problem(
      List<Fault> faults, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(
            status,
            faults.stream()
                .map(fault -> "%s=%s: %s".formatted(fault.field(), fault.value(), fault.message()))
                .collect(Collectors.joining("; ")));
    problem.setProperty("errors", faults);
    return createResponseEntity(problem, headers, status, request);
  }

  /** Our own converters say what is wanted; for the others the type is all there is to say. */
  private static String reason(TypeMismatchException mismatch) {
    Throwable root = NestedExceptionUtils.getMostSpecificCause(mismatch);
    for (Throwable cause = mismatch; cause != null; cause = cause.getCause()) {
      if (cause instanceof ConversionFailedException conversion
          && conversion.getCause() instanceof IllegalArgumentException ours
          && !(ours instanceof NumberFormatException)) {
        return String.valueOf(ours.getMessage());
      }
    }
    Class<?> wanted = mismatch.getRequiredType();
    return wanted == null
        ? String.valueOf(root.getMessage())
        : "a value of type %s is wanted".formatted(wanted.getSimpleName());
  }
}
