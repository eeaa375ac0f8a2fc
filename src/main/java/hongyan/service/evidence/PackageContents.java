package hongyan.service.evidence;

import hongyan.geo.zones.Zone;
import hongyan.service.attachments.Attachment;
import hongyan.service.chain.Head;
import hongyan.service.evidence.subject.EvidenceSubject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything that goes into a package.
 *
 * @param by the account that asked for it
 * @param tables what was counted and the figures of days, by file name
 * @param omission which records are left out, or null
 * @param missing what is referred to and is not there, with the reason
 * @param head that covers every record
 * @param former heads of days before it
 */
record PackageContents(
    String id,
    EvidenceSubject subject,
    Instant madeAt,
    String by,
    List<PackagedRecord> records,
    Map<String, List<?>> tables,
    @Nullable Omission omission,
    List<Attachment> attachments,
    List<Zone> zones,
    List<String> missing,
    List<Review> reviews,
    Head head,
    List<Head> former) {

  long leadsOnly() {
    return records.stream().filter(record -> record.leadOnly() != null).count();
  }
}
