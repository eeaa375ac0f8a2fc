package hongyan.service.doors;

import hongyan.service.attachments.Attachment;
import hongyan.service.attachments.AttachmentStore;
import hongyan.service.doors.checks.SentFiles;
import hongyan.service.doors.rejects.Fault;
import java.util.List;

/**
 * The files of one upload, read but not kept yet.
 *
 * @param faults of the files that may not be taken
 */
record Upload(AttachmentStore store, List<Attachment> received, List<Fault> faults)
    implements AutoCloseable {

  /** No files: the body is the record alone. */
  static Upload none(AttachmentStore store) {
    return new Upload(store, List.of(), List.of());
  }

  SentFiles files() {
    return new SentFiles(
        received.stream().map(Attachment::sha256).toList(),
        faults,
        sha256 -> store.find(sha256).isPresent());
  }

  /** Makes the files durable under their names. */
  void keep() {
    received.forEach(store::keep);
  }

  /** Throws away what was not kept. */
  @Override
  public void close() {
    received.forEach(store::discard);
  }
}
