package hongyan.service.doors;

import hongyan.service.attachments.Attachment;
import hongyan.service.attachments.AttachmentFault;
import hongyan.service.attachments.AttachmentSettings;
import hongyan.service.attachments.AttachmentStore;
import hongyan.service.doors.forms.BodyFault;
import hongyan.service.doors.rejects.Fault;
import hongyan.service.doors.rejects.Rule;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.apache.tomcat.util.http.fileupload.FileItemIterator;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.impl.FileCountLimitExceededException;
import org.apache.tomcat.util.http.fileupload.impl.FileUploadIOException;
import org.apache.tomcat.util.http.fileupload.impl.SizeLimitExceededException;
import org.jspecify.annotations.Nullable;

/**
 * Reads uploads of one record with its files (multipart/form-data): one part is the record as JSON,
 * every other part a photo or recording. The files go to disk as they come, so that memory is
 * bounded; only so many uploads are read at once. Thread-safe.
 */
public final class Uploads {
  private static final int LARGEST_RECORD = 1024 * 1024;
  private static final int LONGEST_NAME = 200;

  private final AttachmentStore store;
  private final AttachmentSettings limits;
  private final DoorSettings doors;
  private final Semaphore room;

  public Uploads(AttachmentStore store, AttachmentSettings limits, DoorSettings doors) {
    this.store = store;
    this.limits = limits;
    this.doors = doors;
    this.room = new Semaphore(limits.maxUploads(), true);
  }

  static boolean isOne(@Nullable String contentType) {
    return contentType != null && contentType.strip().toLowerCase().startsWith("multipart/");
  }

  /** An upload without files, for bodies that are records alone. */
  Upload none() {
    return Upload.none(store);
  }

  /**
   * Reads the upload and gives it and its record to {@code work}; what was not kept then is thrown
   * away.
   *
   * @param part the name of the part that is the record
   * @throws BodyFault when it is no upload of one finding, too large, too slow or incomplete
   */
  <T> T read(HttpServletRequest request, String part, BiFunction<byte[], Upload, T> work) {
    acquire();
    try (Upload upload = new Upload(store, new ArrayList<>(), new ArrayList<>())) {
      byte[] record = parts(request, part, upload);
      if (record == null) {
        throw new BodyFault(0, new Fault(part, null, Rule.REQUIRED_FIELD_MISSING, null));
      }
      if (record.length > 0 && new String(record, 0, 1).equals("[")) {
        throw new BodyFault(0, new Fault(part, null, Rule.ONE_FINDING_AN_UPLOAD, null));
      }
      return work.apply(record, upload);
    } finally {
      room.release();
    }
  }

  private void acquire() {
    try {
      if (!room.tryAcquire(doors.patience().toMillis(), TimeUnit.MILLISECONDS)) {
        throw new BodyFault(Rule.TOO_BUSY, null, null);
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new BodyFault(Rule.TOO_BUSY, null, null);
    }
  }

  private byte @Nullable [] parts(HttpServletRequest request, String recordPart, Upload upload) {
    FileUpload reader = new FileUpload();
    reader.setSizeMax(limits.maxUpload());
    reader.setFileCountMax(limits.maxFiles() + 1L);
    byte[] record = null;
    try {
      FileItemIterator parts =
          reader.getItemIterator(new UploadRequest(request, doors.maxSending()));
      while (parts.hasNext()) {
        FileItemStream part = parts.next();
        if (!recordPart.equals(part.getFieldName())) {
          file(part, upload);
        } else if (record == null) {
          record = record(part);
        } else {
          throw new BodyFault(0, new Fault(recordPart, null, Rule.ONE_FINDING_AN_UPLOAD, null));
        }
      }
      return record;
    } catch (FileUploadIOException wrapped) {
      throw fault(wrapped.getCause());
    } catch (IOException failure) {
      throw fault(failure);
    }
  }

  private byte[] record(FileItemStream part) throws IOException {
    try (InputStream in = part.openStream()) {
      byte[] record = in.readNBytes(LARGEST_RECORD + 1);
      if (record.length > LARGEST_RECORD) {
        throw new BodyFault(Rule.BODY_TOO_LARGE, null, LARGEST_RECORD + " B");
      }
      return record;
    }
  }

  /** Reads one file; one that may not be taken is a fault of the record, the others are read on. */
  private void file(FileItemStream part, Upload upload) throws IOException {
    String name = part.getName() == null ? part.getFieldName() : part.getName();
    String field = "attachments/" + readable(name);
    if (upload.received().size() + upload.faults().size() >= limits.maxFiles()) {
      throw new BodyFault(Rule.TOO_MANY_ATTACHMENTS, null, String.valueOf(limits.maxFiles()));
    }
    try (InputStream in = part.openStream()) {
      Attachment received = store.receive(in);
      upload.received().add(received);
    } catch (AttachmentFault fault) {
      upload.faults().add(new Fault(field, fault.found(), rule(fault), fault.allowed()));
    }
  }

  private static String readable(@Nullable String name) {
    String text = name == null ? "" : name.replaceAll("[\\p{Cntrl}\\p{Cs}]", "?");
    return text.length() <= LONGEST_NAME ? text : text.substring(0, LONGEST_NAME);
  }

  private static Rule rule(AttachmentFault fault) {
    return switch (fault.kind()) {
      case UNKNOWN_TYPE -> Rule.UNKNOWN_ATTACHMENT_TYPE;
      case TOO_LARGE -> Rule.ATTACHMENT_TOO_LARGE;
      case TOO_MANY_PIXELS -> Rule.IMAGE_TOO_MANY_PIXELS;
      case UNREADABLE -> Rule.IMAGE_UNREADABLE;
      case EMPTY -> Rule.ATTACHMENT_EMPTY;
    };
  }

  private BodyFault fault(@Nullable Throwable failure) {
    if (failure instanceof SizeLimitExceededException) {
      return new BodyFault(Rule.BODY_TOO_LARGE, null, limits.maxUpload() + " B");
    }
    if (failure instanceof FileCountLimitExceededException) {
      return new BodyFault(Rule.TOO_MANY_ATTACHMENTS, null, String.valueOf(limits.maxFiles()));
    }
    if (failure instanceof UploadRequest.TooSlow) {
      return new BodyFault(Rule.BODY_TOO_SLOW, null, doors.maxSending().toString());
    }
    return new BodyFault(Rule.MULTIPART_INVALID, null, null);
  }
}
