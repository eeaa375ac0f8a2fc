package hongyan.service.evidence;

import hongyan.pipelines.reference.Reference;
import hongyan.pipelines.series.SeriesStore;
import hongyan.service.attachments.AttachmentSettings;
import hongyan.service.attachments.AttachmentStore;
import hongyan.service.chain.Chain;
import hongyan.service.chain.LogRecords;
import hongyan.service.database.ServiceDatabase;
import hongyan.service.evidence.subject.EvidenceSubject;
import hongyan.service.log.LogAddress;
import hongyan.service.retention.TombstoneStore;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.unit.DataSize;

/** Makes packages of what a log and a series store hold. */
public final class Packing {
  private final Path folder;
  private final Chain chain;
  private final LogAddress log;
  private final SeriesStore series;
  private final Reference reference;

  public Packing(
      Path folder, Chain chain, LogAddress log, SeriesStore series, Reference reference) {
    this.folder = folder;
    this.chain = chain;
    this.log = log;
    this.series = series;
    this.reference = reference;
  }

  /** Writes the package of a subject; of more records than that the figures of their days. */
  public Path pack(EvidenceSubject subject, int mostRecords) throws IOException {
    Gathering gathering = gathering(mostRecords);
    Path file = folder.resolve(subject.id() + "-" + mostRecords + ".zip");
    try (OutputStream out = Files.newOutputStream(file)) {
      new PackageWriter(chain, new Summary(Packages.templates()))
          .write(gathering.gather(subject, "zhang"), out);
    }
    return file;
  }

  Gathering gathering(int mostRecords) {
    JdbcClient jdbc = ServiceDatabase.in(folder).jdbc();
    return new Gathering(
        chain,
        new LogRecords(log),
        new NamedRecords(series, () -> reference),
        new AttachmentStore(
            folder.resolve("attachments"),
            new AttachmentSettings(DataSize.ofMegabytes(1), 3, 1_000_000, 2)),
        () -> reference,
        new ReviewStore(jdbc),
        new TombstoneStore(jdbc),
        Clock.systemUTC(),
        mostRecords);
  }
}
