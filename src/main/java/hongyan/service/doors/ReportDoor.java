package hongyan.service.doors;

import hongyan.geo.law.Article7;
import hongyan.pipelines.records.Topics;
import hongyan.service.attachments.Attachment;
import hongyan.service.attachments.AttachmentSettings;
import hongyan.service.attachments.AttachmentStore;
import hongyan.service.doors.forms.BodyFault;
import hongyan.service.doors.rejects.Fault;
import hongyan.service.doors.rejects.Language;
import hongyan.service.doors.rejects.Reject;
import hongyan.service.doors.rejects.Sha256;
import hongyan.service.log.RecordLog;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * The doors for reports of the public: the body is read within a stranger's limits, and what a
 * report says goes as a record through the same checks, identities and rejects as any other.
 */
@Component
@EnableConfigurationProperties(ReportSettings.class)
public class ReportDoor {
  private static final String NAME = "public";
  private static final String PART = "report";

  private final Door door;
  private final RecordLog log;
  private final ArrivalClock arrivals;
  private final Bodies bodies;
  private final Uploads uploads;
  private final AttachmentStore files;
  private final Predicate<String> isConduct;

  ReportDoor(
      Door door,
      RecordLog log,
      ArrivalClock arrivals,
      DoorSettings doors,
      ReportSettings settings,
      AttachmentStore files,
      AttachmentSettings attachments,
      Article7 article7) {
    this.door = door.named(NAME);
    this.log = log;
    this.arrivals = arrivals;
    this.files = files;
    this.bodies =
        new Bodies(new DoorSettings(settings.maxRecord(), doors.patience(), doors.maxSending()));
    this.uploads =
        new Uploads(
            files,
            new AttachmentSettings(
                settings.maxFile(),
                settings.maxFiles(),
                attachments.maxPixels(),
                settings.maxUploads()),
            doors);
    this.isConduct = code -> article7.findConduct(code).isPresent();
  }

  /** What a report is about; each is a record of its own kind. */
  public enum About {
    CONDUCT,
    CASUALTY,
    SIGHTING
  }

  /**
   * Reads a report, as JSON or as multipart with the JSON in the part {@code report}, and gives it
   * to {@code work}.
   *
   * @throws BodyFault when it is of another type, too large, too slow or incomplete
   */
  public <T> T read(HttpServletRequest request, BiFunction<byte[], Sent, T> work) {
    if (Uploads.isOne(request.getContentType())) {
      return uploads.read(request, PART, (record, upload) -> work.apply(record, new Sent(upload)));
    }
    ContentType.parse(request.getContentType(), Set.of(Form.JSON));
    return bodies.read(request, body -> work.apply(body, new Sent(uploads.none())));
  }

  /** Says what is wrong with a whole body. */
  public static ResponseEntity<ProblemDetail> problem(BodyFault fault, Language language) {
    return Problems.of(fault.line(), fault.fault(), language);
  }

  /** One report that was read, with its files not kept yet. */
  public final class Sent {
    private final Upload upload;

    private Sent(Upload upload) {
      this.upload = upload;
    }

    /** Returns the SHA-256 of each file that came with it and may be taken. */
    public List<String> attachments() {
      return upload.received().stream().map(Attachment::sha256).toList();
    }

    /** Puts the record on the log, or says why it is refused. The files are kept with it. */
    public Answer take(About about, byte[] json, Language language) {
      ContentType type = new ContentType(Form.JSON, StandardCharsets.UTF_8);
      return switch (about) {
        case CONDUCT -> door.take(new FindingKind(isConduct, upload), type, json, language);
        case CASUALTY -> door.take(new CasualtyKind(upload), type, json, language);
        case SIGHTING -> sighting(type, json, language);
      };
    }

    /** A bird record has no attachments of its own: the report has them. */
    private Answer sighting(ContentType type, byte[] json, Language language) {
      if (!upload.faults().isEmpty()) {
        throw new BodyFault(0, upload.faults().get(0));
      }
      upload.received().forEach(files::keep);
      return door.take(new OccurrenceKind(), type, json, language);
    }

    /**
     * Keeps a refusal of the report as a whole, and throws it.
     *
     * @param raw what is kept of it: the caller sees to it that it names nobody in clear
     */
    public BodyFault refuse(String raw, Fault fault) {
      Reject reject =
          Reject.of(NAME, "public-report", arrivals.next(), Sha256.hex(raw), 0, raw, fault);
      log.append(List.of(new RecordLog.Entry(Topics.REJECTS, reject.id(), reject)));
      return new BodyFault(0, fault);
    }
  }
}
