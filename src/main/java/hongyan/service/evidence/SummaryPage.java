package hongyan.service.evidence;

import hongyan.service.evidence.subject.EvidenceSubject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the summary's template shows; public, because templates see nothing else.
 *
 * @param omission which records are not in the package
 * @param left how many records the page leaves out
 * @param map SVG
 * @param chainSize of the tree head
 */
public record SummaryPage(
    String id,
    String madeAt,
    String by,
    String state,
    EvidenceSubject subject,
    int recordCount,
    @Nullable Omission omission,
    long leadsOnly,
    List<Row> rows,
    int left,
    List<ZoneRow> zones,
    List<FileRow> files,
    List<String> missing,
    List<StepRow> steps,
    String map,
    long chainSize,
    String root) {

  /** One record. */
  public record Row(
      String topic, String door, String receivedAt, String raw, long index, String leadOnly) {}

  /** One decision or review. */
  public record StepRow(String at, String who, String what, String note) {}

  /** One zone version. */
  public record ZoneRow(String name, String id, int version, String document) {}

  /** One photo or recording. */
  public record FileRow(String sha256, String mediaType, long bytes) {}
}
