package hongyan.service.evidence;

import hongyan.geo.place.Position;
import hongyan.geo.zones.Zone;
import hongyan.geo.zones.ZoneKind;
import hongyan.service.attachments.AttachmentSettings;
import hongyan.service.attachments.AttachmentStore;
import hongyan.service.attachments.Photos;
import hongyan.service.chain.ChainFixture;
import hongyan.service.chain.Head;
import hongyan.service.chain.Leaf;
import hongyan.service.evidence.subject.EvidenceSubject;
import hongyan.service.evidence.verify.Layout;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.util.unit.DataSize;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Packages of an alert with findings, a photo, a zone and a history, on a small chain. */
public final class Packages {
  static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");

  final ChainFixture chain;
  private final AttachmentStore attachments;
  private final PackageWriter writer;

  public Packages(Path folder) {
    chain = new ChainFixture(folder);
    attachments =
        new AttachmentStore(
            folder.resolve("attachments"),
            new AttachmentSettings(DataSize.ofMegabytes(4), 3, 50_000_000, 2));
    writer = new PackageWriter(chain.chain(), new Summary(templates()));
  }

  static SpringTemplateEngine templates() {
    ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver();
    resolver.setPrefix("templates/");
    resolver.setSuffix(".html");
    SpringTemplateEngine engine = new SpringTemplateEngine();
    engine.setTemplateResolver(resolver);
    return engine;
  }

  /** Returns a package of so many findings; one of them has a line feed in its bytes. */
  public byte[] make(int findings) {
    List<byte[]> values = new ArrayList<>();
    for (int i = 0; i < findings; i++) {
      values.add(finding(i).getBytes(StandardCharsets.UTF_8));
    }
    values.add("{\n \"receipt\": {}}".getBytes(StandardCharsets.UTF_8));
    chain.add("before the package");
    Head former = chain.closeDay();
    List<Leaf> leaves = values.stream().map(chain::add).toList();
    chain.add("after the records");
    return write(contents(leaves, values, chain.chain().sign(), List.of(former)));
  }

  byte[] write(PackageContents contents) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      writer.write(contents, out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  PackageContents contents(List<Leaf> leaves, List<byte[]> values, Head head, List<Head> former) {
    List<PackagedRecord> records = new ArrayList<>();
    for (int i = 0; i < leaves.size(); i++) {
      boolean alone = i == leaves.size() - 1;
      String file = Layout.RECORDS + (alone ? "findings-last.json" : "findings.ndjson");
      records.add(
          new PackagedRecord(
              leaves.get(i),
              file,
              alone ? null : i + 1,
              values.get(i),
              "http",
              "2026-11-22T00:00:00Z",
              "{\"raw\":\"原文 <b>\"}",
              i == 0 ? "自动识别" : null));
    }
    return new PackageContents(
        "alerts-violation-1-20261123T020000Z",
        subject(),
        NOW,
        "zhang",
        records,
        Map.of(),
        null,
        List.of(photo()),
        List.of(zone()),
        List.of("permit/P-1：不是外来记录"),
        List.of(new Review("technically-reviewed", NOW, "li", "李", "设备合格")),
        head,
        former);
  }

  private hongyan.service.attachments.Attachment photo() {
    try {
      byte[] large = java.util.Arrays.copyOf(Photos.jpegWithPlace(), 150_000);
      return attachments.keep(attachments.receive(new ByteArrayInputStream(large)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static EvidenceSubject subject() {
    return new EvidenceSubject(
        "alerts",
        "violation-1",
        "预警 violation-1",
        "431103",
        new Position(112.09, 25.26),
        List.of(new EvidenceSubject.Fact("行为", "net & <poison>")),
        List.of("finding/f-1"),
        List.of(),
        List.of(new EvidenceSubject.Version("article-7", "2026-1")),
        List.of(new EvidenceSubject.Step(NOW, "wang", "new → acknowledged", null)),
        Map.of("id", "violation-1"));
  }

  private static Zone zone() {
    String geometry =
        "{\"type\":\"Polygon\",\"coordinates\":[[[112.0,25.2],[112.2,25.2],[112.2,25.4],[112.0,25.2]]]}";
    return new Zone(
        "FLY-1", "某通道", ZoneKind.FLYWAY, 2, geometry, NOW, null, List.of(), "公告 1 号", false);
  }

  private static String finding(int number) {
    return "{\"findingID\":\"f-%d\",\"position\":{\"lon\":112.1,\"lat\":25.25},\"receipt\":{}}"
        .formatted(number);
  }
}
