package hongyan.service.evidence;

import hongyan.geo.place.CivilTime;
import hongyan.geo.zones.Zone;
import hongyan.pipelines.records.Json;
import hongyan.service.attachments.Attachment;
import hongyan.service.chain.Chain;
import hongyan.service.chain.Head;
import hongyan.service.chain.Leaf;
import hongyan.service.evidence.verify.BlockHashes.Line;
import hongyan.service.evidence.verify.Layout;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes a package: a BagIt bag (RFC 8493) as ZIP, with proofs and signature. The form is described
 * in {@code docs/evidence.md}. Thread-safe.
 */
final class PackageWriter {
  private final Chain chain;
  private final Summary summary;

  PackageWriter(Chain chain, Summary summary) {
    this.chain = chain;
    this.summary = summary;
  }

  void write(PackageContents contents, OutputStream out) throws IOException {
    try (BagZip bag = new BagZip(out, contents.madeAt())) {
      bag.add(Layout.BAGIT, "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
      bag.add(Layout.PAYLOAD + "summary.pdf", summary.pdf(contents));
      bag.add(Layout.PAYLOAD + "map.svg", MapPicture.of(contents));
      bag.add(Layout.PAYLOAD + "subject.json", json(contents.subject().content()));
      for (Map.Entry<String, List<?>> table : contents.tables().entrySet()) {
        bag.add(Layout.PAYLOAD + table.getKey() + ".json", json(table.getValue()));
      }
      writeRecords(contents, bag);
      for (Attachment file : contents.attachments()) {
        String name = Layout.PAYLOAD + "attachments/" + file.fileName();
        bag.add(name, false, stream -> Files.copy(file.file(), stream));
      }
      for (Zone zone : contents.zones()) {
        String name = "zones/%s-%d.geojson".formatted(Gathering.safe(zone.id()), zone.version());
        bag.add(Layout.PAYLOAD + name, json(feature(zone)));
      }
      bag.add(Layout.PAYLOAD + "manifest.json", json(PackageManifest.of(contents, bag.lines())));
      bag.add(Layout.BAG_INFO, bagInfo(contents, bag.lines()));
      bag.add(Layout.MANIFEST, manifest(bag.lines(), true));
      writeProofs(contents, bag);
      seal(contents, bag);
    }
  }

  private static byte[] json(Object content) {
    return Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(content);
  }

  private static void writeRecords(PackageContents contents, BagZip bag) throws IOException {
    Map<String, List<PackagedRecord>> files = new LinkedHashMap<>();
    contents
        .records()
        .forEach(r -> files.computeIfAbsent(r.file(), file -> new ArrayList<>()).add(r));
    for (Map.Entry<String, List<PackagedRecord>> file : files.entrySet()) {
      bag.add(
          file.getKey(),
          true,
          out -> {
            for (PackagedRecord record : file.getValue()) {
              out.write(record.value());
              if (record.line() != null) {
                out.write('\n');
              }
            }
          });
    }
  }

  private static Map<String, Object> feature(Zone zone) {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("id", zone.id());
    properties.put("name", zone.name());
    properties.put("kind", zone.kind());
    properties.put("version", zone.version());
    properties.put("validFrom", zone.validFrom());
    properties.put("validTo", zone.validTo());
    properties.put("seasons", zone.seasons());
    properties.put("document", zone.document());
    properties.put("illustrative", zone.illustrative());
    return Map.of(
        "type",
        "Feature",
        "geometry",
        Json.MAPPER.readTree(zone.geometry()),
        "properties",
        properties);
  }

  private static String bagInfo(PackageContents contents, Map<String, Line> lines) {
    List<Line> payload =
        lines.values().stream().filter(line -> line.path().startsWith(Layout.PAYLOAD)).toList();
    return "Source-Organization: Hongyan\n"
        + "Bagging-Date: %s\n".formatted(LocalDate.ofInstant(contents.madeAt(), CivilTime.ZONE))
        + "External-Identifier: %s\n".formatted(contents.id())
        + "External-Description: %s\n".formatted(contents.subject().title().replaceAll("\\s", " "))
        + "Payload-Oxum: %d.%d\n"
            .formatted(payload.stream().mapToLong(Line::size).sum(), payload.size());
  }

  private static String manifest(Map<String, Line> lines, boolean payload) {
    return lines.values().stream()
        .filter(line -> line.path().startsWith(Layout.PAYLOAD) == payload)
        .map(line -> line.sha256() + "  " + line.path().replace("%", "%25") + "\n")
        .collect(Collectors.joining());
  }

  private void writeProofs(PackageContents contents, BagZip bag) throws IOException {
    Head head = contents.head();
    bag.add(Layout.KEYS, keys());
    bag.add(Layout.HEAD, head.note());
    addStamp(head, Layout.HEAD, bag);
    bag.add(Layout.INCLUSION, true, out -> inclusion(contents, out));
    StringBuilder consistency = new StringBuilder();
    for (Head former : contents.former()) {
      String name = Layout.HEADS + former.tree().size() + ".txt";
      bag.add(name, former.note());
      addStamp(former, name, bag);
      List<byte[]> path = chain.file().consistency(former.tree().size(), head.tree().size());
      consistency.append(
          "%d %d %s\n".formatted(former.tree().size(), head.tree().size(), hex(path)));
    }
    bag.add(Layout.CONSISTENCY, consistency.toString());
  }

  /** The key of this package first, then those that signed before it. */
  private String keys() {
    String own = chain.key().verifier().line();
    StringBuilder keys = new StringBuilder(own + "\n");
    chain.file().listSigners().stream()
        .map(Map.Entry::getKey)
        .filter(line -> !line.equals(own))
        .forEach(line -> keys.append(line).append('\n'));
    return keys.toString();
  }

  private static void addStamp(Head head, String note, BagZip bag) throws IOException {
    byte[] stamp = head.timestamp();
    if (stamp != null) {
      bag.add(note.replaceFirst("\\.txt$", ".tsr"), stamp);
    }
  }

  private void inclusion(PackageContents contents, OutputStream out) throws IOException {
    long size = contents.head().tree().size();
    List<Long> indexes = contents.records().stream().map(r -> r.leaf().index()).toList();
    Map<Long, List<byte[]>> paths = chain.file().inclusions(indexes, size);
    for (PackagedRecord record : contents.records()) {
      Leaf leaf = record.leaf();
      String line =
          "%s %s %d %s %s\n"
              .formatted(
                  record.file(),
                  record.line() == null ? "-" : record.line().toString(),
                  leaf.index(),
                  HexFormat.of().formatHex(leaf.hash()),
                  hex(paths.get(leaf.index())));
      out.write(line.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static String hex(List<byte[]> hashes) {
    return hashes.stream().map(HexFormat.of()::formatHex).collect(Collectors.joining(","));
  }

  /** Writes the hashes of everything, then the signature over them. */
  private void seal(PackageContents contents, BagZip bag) throws IOException {
    String blocks = bag.lines().values().stream().map(Line::print).collect(Collectors.joining());
    bag.add(Layout.BLOCKS, blocks);
    byte[] tagManifest = manifest(bag.lines(), false).getBytes(StandardCharsets.UTF_8);
    bag.add(Layout.TAG_MANIFEST, tagManifest);
    String statement =
        Layout.statement(
            chain.key().verifier().name(),
            contents.id(),
            tagManifest,
            contents.madeAt().toString());
    bag.add(Layout.SIGNATURE, chain.key().sign(statement).print());
  }
}
