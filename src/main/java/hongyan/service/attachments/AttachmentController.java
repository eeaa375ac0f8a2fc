package hongyan.service.attachments;

import hongyan.service.accounts.Role;
import hongyan.service.accounts.WhoAsks;
import hongyan.service.errors.Forbidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.NoSuchElementException;
import java.util.Set;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Hands attachments out: the evidence itself to officers, a copy without metadata to anybody. */
@Tag(name = "records")
@RestController
@RequestMapping("/api/v1/attachments")
class AttachmentController {
  private static final Set<Role> OFFICERS =
      Set.of(Role.FORESTRY, Role.ENVIRONMENT, Role.INSPECTOR, Role.ADMINISTRATOR);

  private final AttachmentStore store;
  private final WhoAsks whoAsks;

  AttachmentController(AttachmentStore store, WhoAsks whoAsks) {
    this.store = store;
    this.whoAsks = whoAsks;
  }

  @Operation(
      summary = "A photo or recording, byte for byte as it came",
      description = "With the place and device that its metadata name: for officers only.")
  @GetMapping("/{sha256}")
  ResponseEntity<Resource> original(@PathVariable String sha256) {
    if (whoAsks.get().roles().stream().noneMatch(OFFICERS::contains)) {
      throw new Forbidden("the original shows where it was taken; officers only. See /public");
    }
    Attachment attachment = get(sha256);
    return headers(attachment, sha256).body(new FileSystemResource(attachment.file()));
  }

  @Operation(
      summary = "The photo without its metadata",
      description = "No place, no camera, no owner. Of HEIC, sound and video there is none.")
  @GetMapping("/{sha256}/public")
  ResponseEntity<StreamingResponseBody> publicCopy(@PathVariable String sha256) {
    Attachment attachment = get(sha256);
    if (!PublicCopy.exists(attachment.type())) {
      throw new NoSuchElementException(
          "there is no public copy of a file of type " + attachment.type().mediaType());
    }
    return headers(attachment, sha256 + "-public").body(out -> PublicCopy.write(attachment, out));
  }

  private Attachment get(String sha256) {
    return store
        .find(sha256)
        .orElseThrow(() -> new NoSuchElementException("no attachment " + sha256));
  }

  private static ResponseEntity.BodyBuilder headers(Attachment attachment, String tag) {
    return ResponseEntity.ok()
        .eTag(tag)
        .header(HttpHeaders.CONTENT_TYPE, attachment.type().mediaType())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "inline; filename=\"%s\"".formatted(attachment.fileName()))
        .header("X-Content-Type-Options", "nosniff");
  }
}
