package hongyan.service.evidence;

import hongyan.service.evidence.verify.Finding;
import hongyan.service.evidence.verify.Limits;
import hongyan.service.evidence.verify.SignedNote;
import hongyan.service.evidence.verify.Verification;
import hongyan.service.evidence.verify.Verifier;
import hongyan.service.evidence.verify.VerifierKey;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Verifies packages for anybody. Shares nothing with what makes them but the program file. */
@Tag(name = "evidence")
@RestController
@RequestMapping("/api/v1/evidence/verify")
class VerifyController {
  private static final long LARGEST = 256L << 20;
  private static final Limits LIMITS = new Limits(50_000, 2L << 30, 100);

  /** Each reads a whole file: more at once would starve the doors. */
  private final Semaphore room = new Semaphore(2);

  /**
   * What was found.
   *
   * @param verdict {@code intact}, {@code broken}, {@code unsigned-bag} or {@code not-a-package}
   */
  record Answer(String verdict, List<Line> findings) {}

  /** One thing that was checked. */
  record Line(String check, String outcome, @Nullable String file, String message) {}

  @Operation(
      summary = "Verifies an evidence package: intact, or what fails and where",
      description =
          "The body is the ZIP, at most 256 MB. key is the published public key on one line; without"
              + " it the key in the package is believed. head is a lodged tree head to compare with.",
      requestBody =
          @io.swagger.v3.oas.annotations.parameters.RequestBody(
              required = true,
              content =
                  @io.swagger.v3.oas.annotations.media.Content(mediaType = "application/zip")))
  @PostMapping
  Answer verify(
      HttpServletRequest request,
      @RequestParam(required = false) @Nullable String key,
      @RequestParam(required = false) @Nullable String head,
      Locale locale)
      throws IOException {
    Verifier verifier =
        new Verifier(
            LIMITS,
            key == null ? null : VerifierKey.parse("", key.replace(' ', '+')),
            head == null ? null : SignedNote.parse(head));
    if (!room.tryAcquire()) {
      throw problem(HttpStatus.SERVICE_UNAVAILABLE, "others are verifying; try again in a minute");
    }
    Path file = Files.createTempFile("verify-", ".zip");
    try {
      copy(request, file);
      return answer(verifier.verify(file), locale);
    } finally {
      Files.delete(file);
      room.release();
    }
  }

  private static void copy(HttpServletRequest request, Path file) throws IOException {
    if (request.getContentLengthLong() > LARGEST) {
      throw problem(HttpStatus.CONTENT_TOO_LARGE, "larger than 256 MB; verify it offline");
    }
    byte[] chunk = new byte[64 * 1024];
    long size = 0;
    try (InputStream in = request.getInputStream();
        OutputStream out = Files.newOutputStream(file)) {
      for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
        size += read;
        if (size > LARGEST) {
          throw problem(HttpStatus.CONTENT_TOO_LARGE, "larger than 256 MB; verify it offline");
        }
        out.write(chunk, 0, read);
      }
    }
  }

  private static ErrorResponseException problem(HttpStatus status, String detail) {
    return new ErrorResponseException(
        status, ProblemDetail.forStatusAndDetail(status, detail), null);
  }

  private static Answer answer(Verification verification, Locale locale) {
    boolean english = locale.getLanguage().equals("en");
    return new Answer(
        code(verification.verdict()),
        verification.findings().stream()
            .map(
                finding ->
                    new Line(
                        finding.check(),
                        code(finding.outcome()),
                        finding.file(),
                        message(finding, english)))
            .toList());
  }

  private static String message(Finding finding, boolean english) {
    return english ? finding.english() : finding.chinese();
  }

  private static String code(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
