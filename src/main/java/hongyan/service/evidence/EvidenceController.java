package hongyan.service.evidence;

import hongyan.service.accounts.Person;
import hongyan.service.evidence.subject.EvidenceSubject;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Hands out evidence packages. */
@Tag(name = "evidence")
@RestController
@RequestMapping("/api/v1")
class EvidenceController {
  private final Subjects subjects;
  private final Gathering gathering;
  private final PackageWriter writer;
  private final Officers officers;

  EvidenceController(
      Subjects subjects, Gathering gathering, PackageWriter writer, Officers officers) {
    this.subjects = subjects;
    this.gathering = gathering;
    this.writer = writer;
    this.officers = officers;
  }

  @Operation(
      summary = "The evidence package of an alert, a target or a problem",
      description =
          "kind is alerts, targets or problems. A ZIP: BagIt (RFC 8493) with everything that it"
              + " rests on, signed, with its place in the chain.")
  @GetMapping(path = "/evidence/{kind}/{id}", produces = "application/zip")
  ResponseEntity<StreamingResponseBody> get(@PathVariable String kind, @PathVariable String id) {
    EvidenceSubject subject = subjects.get(kind, id);
    Person person = officers.reader(subject);
    PackageContents contents = gathering.gather(subject, person.account());
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("application/zip"))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(contents.id() + ".zip", StandardCharsets.UTF_8)
                .build()
                .toString())
        .body(out -> writer.write(contents, out));
  }

  @Operation(summary = "The evidence package of an alert")
  @GetMapping(path = "/alerts/{id}/evidence", produces = "application/zip")
  ResponseEntity<StreamingResponseBody> ofAlert(@PathVariable String id) {
    return get("alerts", id);
  }
}
