package hongyan.service.evidence.verify;

import hongyan.service.evidence.verify.BlockHashes.Line;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * A BagIt bag in a ZIP file with the hashes of all its files. Source: RFC 8493, and the drafts
 * before it (0.93 to 0.97) where they say less. Not thread-safe.
 */
final class Bag {
  static final int LARGEST_TAG = 256 << 20;

  private static final Pattern MANIFEST = Pattern.compile("(tag)?manifest-([a-z0-9]+)\\.txt");
  private static final Pattern LINE = Pattern.compile("([0-9A-Fa-f]+)[ \t]+\\*?(.+)");
  private static final Pattern BAGIT =
      Pattern.compile(
          "BagIt-Version: (\\d+)\\.(\\d+)\r?\n?\r?Tag-File-Character-Encoding: (\\S+)(\r?\n|\r)?");
  private static final Map<String, String> ALGORITHMS =
      Map.of(
          "md5", "MD5", "sha1", "SHA-1", "sha224", "SHA-224", "sha256", "SHA-256", "sha384",
          "SHA-384", "sha512", "SHA-512");

  private final ZipPackage zip;
  private final String root;
  private final List<Manifest> manifests = new ArrayList<>();
  private final Map<String, Line> hashes = new LinkedHashMap<>();
  private final Map<String, Map<String, String>> digests = new HashMap<>();
  private final List<String> damaged = new ArrayList<>();

  /** A list of hashes of one algorithm: of the payload, or of the tag files. */
  record Manifest(String name, boolean ofTags, String algorithm, Map<String, String> entries) {}

  private Bag(ZipPackage zip, String root) {
    this.zip = zip;
    this.root = root;
  }

  /** Finds the bag: at the top, or in the one folder that there is. Empty when there is none. */
  static Optional<Bag> find(ZipPackage zip) {
    if (zip.names().contains(Layout.BAGIT)) {
      return Optional.of(new Bag(zip, ""));
    }
    return zip.names().stream()
        .filter(
            name -> name.endsWith("/" + Layout.BAGIT) && name.indexOf('/') == name.lastIndexOf('/'))
        .map(name -> name.substring(0, name.indexOf('/') + 1))
        .filter(folder -> zip.names().stream().allMatch(name -> name.startsWith(folder)))
        .map(folder -> new Bag(zip, folder))
        .findFirst();
  }

  /** Reads everything once and adds what is wrong with it as a bag. */
  void read(List<Finding> findings) throws IOException, ZipFault {
    checkDeclaration(findings);
    for (String name : names()) {
      Matcher manifest = MANIFEST.matcher(name);
      if (manifest.matches()) {
        manifest(name, manifest.group(1) != null, manifest.group(2), findings);
      }
    }
    for (String name : names()) {
      hash(name);
    }
    checkManifests(findings);
    checkPayloadSum(findings);
  }

  private void checkDeclaration(List<Finding> findings) throws IOException, ZipFault {
    Matcher declaration = BAGIT.matcher(text(Layout.BAGIT));
    if (!declaration.matches()) {
      findings.add(
          Finding.failed(
              "bag-declaration", Layout.BAGIT, "不是有效的 BagIt 声明", "no declaration of a BagIt bag"));
    } else if (!declaration.group(3).equalsIgnoreCase("UTF-8")) {
      findings.add(
          Finding.failed(
              "bag-encoding",
              Layout.BAGIT,
              "只支持 UTF-8 编码的标签文件",
              "tag files in another charset than UTF-8 are not read"));
    }
    if (names().contains("fetch.txt")) {
      findings.add(
          Finding.note(
              "bag-fetch", "fetch.txt：包外文件不下载", "fetch.txt: files outside are not fetched"));
    }
  }

  private void manifest(String name, boolean ofTags, String algorithm, List<Finding> findings)
      throws IOException, ZipFault {
    if (!ALGORITHMS.containsKey(algorithm)) {
      findings.add(
          Finding.note(
              "bag-algorithm", name + "：算法未知，未核对", name + ": unknown algorithm, not checked"));
      return;
    }
    Map<String, String> entries = new LinkedHashMap<>();
    int number = 0;
    for (String line : text(name).split("\r\n|\n|\r")) {
      number++;
      Matcher entry = LINE.matcher(line);
      String path = entry.matches() ? decoded(entry.group(2)) : "";
      if (path.isEmpty()
          || climbs(path)
          || entries.put(path, entry.group(1).toLowerCase()) != null) {
        findings.add(
            Finding.failed(
                "bag-manifest-line",
                name,
                "第 %d 行无效或重复：%s".formatted(number, shortened(line)),
                "line %d is none, or stands there twice: %s".formatted(number, shortened(line))));
      }
    }
    manifests.add(new Manifest(name, ofTags, algorithm, entries));
  }

  /** RFC 8493 2.1.3: of a path, line ends and the percent sign stand encoded. */
  private static String decoded(String path) {
    String plain = path.startsWith("./") ? path.substring(2) : path;
    return plain.replaceAll("(?i)%0A", "\n").replaceAll("(?i)%0D", "\r").replace("%25", "%");
  }

  private static boolean climbs(String path) {
    return path.startsWith("/") || path.startsWith("~") || ("/" + path + "/").contains("/../");
  }

  private static String shortened(String line) {
    return line.length() <= 120 ? line : line.substring(0, 120) + "…";
  }

  private void hash(String name) throws IOException {
    BlockHashes blocks = new BlockHashes();
    CRC32 crc = new CRC32();
    Map<String, MessageDigest> others = new HashMap<>();
    for (Manifest manifest : manifests) {
      if (!manifest.algorithm().equals("sha256") && manifest.entries().containsKey(name)) {
        others.computeIfAbsent(manifest.algorithm(), Bag::digest);
      }
    }
    boolean whole =
        zip.copy(
            root + name,
            new OutputStream() {
              @Override
              public void write(int b) {
                write(new byte[] {(byte) b}, 0, 1);
              }

              @Override
              public void write(byte[] bytes, int offset, int length) {
                blocks.write(bytes, offset, length);
                crc.update(bytes, offset, length);
                others.values().forEach(digest -> digest.update(bytes, offset, length));
              }
            });
    Line line = blocks.line(name);
    if (!whole || crc.getValue() != zip.crc(root + name)) {
      damaged.add(name);
    }
    hashes.put(name, line);
    Map<String, String> digested = new HashMap<>(Map.of("sha256", line.sha256()));
    others.forEach((key, value) -> digested.put(key, HexFormat.of().formatHex(value.digest())));
    digests.put(name, digested);
  }

  private static MessageDigest digest(String algorithm) {
    try {
      return MessageDigest.getInstance(ALGORITHMS.get(algorithm));
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  private void checkManifests(List<Finding> findings) {
    if (manifests.stream().allMatch(Manifest::ofTags)) {
      findings.add(
          Finding.failed("bag-manifest", null, "没有可核对的载荷清单", "no manifest of the payload"));
    }
    for (Manifest manifest : manifests) {
      manifest.entries().keySet().stream()
          .filter(name -> !hashes.containsKey(name))
          .forEach(
              name ->
                  findings.add(
                      Finding.failed(
                          "file-missing",
                          name,
                          "%s 所列文件缺失".formatted(manifest.name()),
                          "listed in %s, and not there".formatted(manifest.name()))));
      if (!manifest.ofTags()) {
        payload().stream()
            .filter(name -> !manifest.entries().containsKey(name))
            .forEach(name -> findings.add(unlisted(name, manifest.name())));
      }
    }
  }

  static Finding unlisted(String name, String manifest) {
    return Finding.failed(
        "file-added", name, "未列入 %s".formatted(manifest), "not listed in %s".formatted(manifest));
  }

  /** Lists the files whose hash is another than a manifest says, each once. */
  List<String> changed() {
    TreeSet<String> changed = new TreeSet<>(damaged);
    for (Manifest manifest : manifests) {
      manifest
          .entries()
          .forEach(
              (name, hash) -> {
                Map<String, String> actual = digests.get(name);
                if (actual != null && !hash.equals(actual.get(manifest.algorithm()))) {
                  changed.add(name);
                }
              });
    }
    return List.copyOf(changed);
  }

  private void checkPayloadSum(List<Finding> findings) throws IOException, ZipFault {
    if (!hashes.containsKey(Layout.BAG_INFO)) {
      return;
    }
    Matcher sum =
        Pattern.compile("(?m)^Payload-Oxum: *(\\d+)\\.(\\d+)\\s*$").matcher(text(Layout.BAG_INFO));
    if (sum.find()) {
      long bytes = payload().stream().mapToLong(name -> hashes.get(name).size()).sum();
      String actual = bytes + "." + payload().size();
      if (!actual.equals(sum.group(1) + "." + sum.group(2))) {
        findings.add(
            Finding.failed(
                "payload-sum",
                Layout.BAG_INFO,
                "载荷总量应为 %s.%s，实为 %s".formatted(sum.group(1), sum.group(2), actual),
                "the payload should be %s.%s and is %s"
                    .formatted(sum.group(1), sum.group(2), actual)));
      }
    }
  }

  /** Returns the names of all files within the bag. */
  List<String> names() {
    return zip.names().stream().map(name -> name.substring(root.length())).toList();
  }

  List<String> payload() {
    return names().stream().filter(name -> name.startsWith(Layout.PAYLOAD)).toList();
  }

  boolean has(String name) {
    return zip.names().contains(root + name);
  }

  Map<String, Line> hashes() {
    return hashes;
  }

  Optional<Manifest> manifest(String name) {
    return manifests.stream().filter(manifest -> manifest.name().equals(name)).findFirst();
  }

  byte[] content(String name) throws IOException, ZipFault {
    return zip.content(root + name, LARGEST_TAG);
  }

  void copy(String name, OutputStream out) throws IOException {
    zip.copy(root + name, out);
  }

  String text(String name) throws IOException, ZipFault {
    return new String(content(name), StandardCharsets.UTF_8);
  }
}
