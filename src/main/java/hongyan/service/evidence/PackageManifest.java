package hongyan.service.evidence;

import hongyan.service.evidence.subject.EvidenceSubject;
import hongyan.service.evidence.verify.BlockHashes.Line;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The machine-readable manifest of a package, {@code data/manifest.json}.
 *
 * @param omitted which records are left out, or null
 * @param leadsOnly how many of the records are leads only
 * @param usable whether the reviews say that it may be used as evidence
 * @param files SHA-256 of every other file of the payload
 */
record PackageManifest(
    String form,
    String id,
    Instant madeAt,
    String by,
    String kind,
    String subject,
    String title,
    @Nullable String county,
    int recordCount,
    @Nullable Omission omitted,
    long leadsOnly,
    boolean usable,
    List<EvidenceSubject.Version> rules,
    List<EvidenceSubject.Step> history,
    List<Review> reviews,
    List<PackagedRecord.Entry> records,
    List<FileEntry> attachments,
    List<String> missing,
    long chainSize,
    Map<String, String> files) {
  private static final String FORM = "hongyan-evidence-1";

  /** A photo or recording. */
  record FileEntry(String sha256, String mediaType, long bytes) {}

  static PackageManifest of(PackageContents contents, Map<String, Line> lines) {
    EvidenceSubject subject = contents.subject();
    Map<String, String> files = new LinkedHashMap<>();
    lines.forEach((name, line) -> files.put(name, line.sha256()));
    files.remove(hongyan.service.evidence.verify.Layout.BAGIT);
    return new PackageManifest(
        FORM,
        contents.id(),
        contents.madeAt(),
        contents.by(),
        subject.kind(),
        subject.id(),
        subject.title(),
        subject.county(),
        contents.records().size(),
        contents.omission(),
        contents.leadsOnly(),
        ReviewState.of(contents.reviews()) == ReviewState.USABLE,
        subject.rules(),
        subject.history(),
        contents.reviews(),
        contents.records().stream().map(PackagedRecord::entry).toList(),
        contents.attachments().stream()
            .map(file -> new FileEntry(file.sha256(), file.type().mediaType(), file.bytes()))
            .toList(),
        contents.missing(),
        contents.head().tree().size(),
        files);
  }
}
