package hongyan.service.publicreports;

import hongyan.service.doors.ReportDoor.About;
import java.time.Instant;
import java.util.List;

/**
 * A report that was taken.
 *
 * @param record id of the finding, casualty or bird record that it became
 * @param hasReporter whether the reporter gave a name or telephone number
 */
record PublicReport(
    String receipt,
    About about,
    String record,
    Instant receivedAt,
    List<String> attachments,
    boolean hasReporter,
    boolean closed) {

  PublicReport {
    attachments = List.copyOf(attachments);
  }

  /** Returns where the record can be read, as alerts name it. */
  String recordPath() {
    String kind =
        switch (about) {
          case CONDUCT -> "finding";
          case CASUALTY -> "casualty";
          case SIGHTING -> "occurrence";
        };
    return kind + "/" + record;
  }
}
