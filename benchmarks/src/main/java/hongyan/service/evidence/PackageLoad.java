package hongyan.service.evidence;

import hongyan.pipelines.records.Topics;
import hongyan.service.chain.Chain;
import hongyan.service.chain.Leaf;
import hongyan.service.evidence.subject.EvidenceSubject;
import hongyan.service.evidence.verify.Layout;
import hongyan.service.evidence.verify.Limits;
import hongyan.service.evidence.verify.Merkle;
import hongyan.service.evidence.verify.Verification;
import hongyan.service.evidence.verify.Verifier;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** The package of an alert that rests on many readings, the first ones of the chain. */
public final class PackageLoad {
  private final Chain chain;
  private final PackageWriter writer;
  private final PackageContents contents;

  public PackageLoad(Chain chain, List<byte[]> values) {
    this.chain = chain;
    this.writer = new PackageWriter(chain, new Summary(templates()));
    List<PackagedRecord> records = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      byte[] value = values.get(i);
      Leaf leaf = new Leaf(i, Merkle.leafHash(value), Topics.READINGS, 0, i);
      records.add(
          new PackagedRecord(
              leaf, Layout.RECORDS + "readings.ndjson", i + 1, value, "http", "", "", null));
    }
    Instant now = Instant.parse("2026-11-25T00:00:00Z");
    EvidenceSubject subject =
        new EvidenceSubject(
            "alerts",
            "benchmark",
            "预警",
            null,
            null,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Map.of());
    contents =
        new PackageContents(
            "benchmark",
            subject,
            now,
            "benchmark",
            records,
            Map.of(),
            null,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            chain.sign(),
            List.of());
  }

  private static SpringTemplateEngine templates() {
    ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver();
    resolver.setPrefix("templates/");
    resolver.setSuffix(".html");
    SpringTemplateEngine engine = new SpringTemplateEngine();
    engine.setTemplateResolver(resolver);
    return engine;
  }

  public void write(Path file) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      writer.write(contents, out);
    }
  }

  /** Throws when the package is not found intact. */
  public void verify(Path file) throws IOException {
    Verification found = new Verifier(Limits.usual(), chain.key().verifier(), null).verify(file);
    if (found.verdict() != Verification.Verdict.INTACT) {
      throw new IllegalStateException(found.failures().toString());
    }
  }
}
