package hongyan.service.evidence.verify;

import hongyan.service.evidence.verify.Bag.Manifest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Checks what makes a bag a package of Hongyan: its signature and its place in the chain. */
final class Seal {
  private final Bag bag;
  private final @Nullable VerifierKey published;
  private final @Nullable SignedNote lodged;

  Seal(Bag bag, @Nullable VerifierKey published, @Nullable SignedNote lodged) {
    this.bag = bag;
    this.published = published;
    this.lodged = lodged;
  }

  void check(List<Finding> findings) throws IOException, ZipFault {
    checkEveryFileIsListed(findings);
    List<VerifierKey> keys = keys(findings);
    if (keys.isEmpty()) {
      return;
    }
    checkKey(keys.get(0), findings);
    checkSignature(keys.get(0), findings);
    new Proofs(bag, keys, lodged).check(findings);
  }

  private void checkEveryFileIsListed(List<Finding> findings) {
    for (String name : List.of(Layout.MANIFEST, Layout.TAG_MANIFEST)) {
      if (bag.manifest(name).isEmpty()) {
        findings.add(missing(name));
      }
    }
    Map<String, String> tags =
        bag.manifest(Layout.TAG_MANIFEST).map(Manifest::entries).orElse(Map.of());
    bag.names().stream()
        .filter(name -> !name.startsWith(Layout.PAYLOAD) && !tags.containsKey(name))
        .filter(name -> !name.equals(Layout.TAG_MANIFEST) && !name.equals(Layout.SIGNATURE))
        .forEach(name -> findings.add(Bag.unlisted(name, Layout.TAG_MANIFEST)));
  }

  static Finding missing(String name) {
    return Finding.failed("file-missing", name, "文件缺失", "not there");
  }

  private List<VerifierKey> keys(List<Finding> findings) throws IOException, ZipFault {
    List<VerifierKey> keys = new ArrayList<>();
    if (!bag.has(Layout.KEYS)) {
      findings.add(missing(Layout.KEYS));
      return keys;
    }
    try {
      for (String line : bag.text(Layout.KEYS).split("\n")) {
        keys.add(VerifierKey.parse("", line));
      }
      return keys;
    } catch (IllegalArgumentException e) {
      findings.add(
          Finding.failed("key", Layout.KEYS, "公钥文件无法读取", "no public key: " + e.getMessage()));
      return List.of();
    }
  }

  private void checkKey(VerifierKey key, List<Finding> findings) {
    if (published == null) {
      findings.add(
          Finding.note(
              "key",
              "按包内公钥核验，请与公布的公钥指纹核对：" + key.fingerprint(),
              "judged by the key in the package; compare with the published one: "
                  + key.fingerprint()));
    } else if (published.isSameKey(key)) {
      findings.add(Finding.holds("key", "公钥与给定的一致", "the key is the one that was given"));
    } else {
      findings.add(
          Finding.failed(
              "key",
              Layout.KEYS,
              "由另一把密钥签名：%s，应为 %s".formatted(key.fingerprint(), published.fingerprint()),
              "signed with another key: %s, not %s"
                  .formatted(key.fingerprint(), published.fingerprint())));
    }
  }

  private void checkSignature(VerifierKey key, List<Finding> findings)
      throws IOException, ZipFault {
    if (!bag.has(Layout.SIGNATURE) || !bag.has(Layout.TAG_MANIFEST)) {
      if (!bag.has(Layout.SIGNATURE)) {
        findings.add(missing(Layout.SIGNATURE));
      }
      return;
    }
    try {
      SignedNote note = SignedNote.parse(bag.text(Layout.SIGNATURE));
      String[] lines = note.text().split("\n");
      boolean form =
          lines.length == 4
              && lines[0].equals(key.name() + Layout.STATEMENT)
              && lines[2].startsWith("sha256 ");
      if (!form || !note.isBy(key)) {
        throw new IllegalArgumentException("not signed by the key in the package");
      }
      checkSealed(lines, findings);
    } catch (IllegalArgumentException e) {
      findings.add(
          Finding.failed(
              "signature",
              Layout.SIGNATURE,
              "签名无效",
              "the signature is not valid: " + e.getMessage()));
    }
  }

  private void checkSealed(String[] lines, List<Finding> findings) throws IOException, ZipFault {
    byte[] actual = bag.content(Layout.TAG_MANIFEST);
    String signed = lines[2].substring("sha256 ".length());
    if (hex(actual).equals(signed)) {
      findings.add(
          Finding.holds(
              "signature",
              "签名有效：包 %s，%s".formatted(lines[1], lines[3]),
              "the signature is valid: package %s, %s".formatted(lines[1], lines[3])));
      return;
    }
    byte[] wanted = listed();
    String where = hex(wanted).equals(signed) ? " " + firstDifference(actual, wanted) : "";
    findings.add(
        Finding.failed(
            "signature",
            Layout.TAG_MANIFEST,
            "与签名所封存的不是同一内容" + (where.isEmpty() ? "" : "，第一处改动位于字节" + where),
            "not what was signed" + (where.isEmpty() ? "" : ": first changed at byte" + where)));
  }

  /** Returns the list as it would be of the files that are there. */
  private byte[] listed() {
    Map<String, String> lines = new TreeMap<>();
    bag.hashes()
        .forEach(
            (name, line) -> {
              boolean sealed =
                  !name.startsWith(Layout.PAYLOAD)
                      && !name.equals(Layout.TAG_MANIFEST)
                      && !name.equals(Layout.SIGNATURE);
              if (sealed) {
                lines.put(name, line.sha256() + "  " + name + "\n");
              }
            });
    return String.join("", lines.values()).getBytes(StandardCharsets.UTF_8);
  }

  private static long firstDifference(byte[] one, byte[] other) {
    int at = java.util.Arrays.mismatch(one, other);
    return at < 0 ? one.length : at;
  }

  private static String hex(byte[] content) {
    return HexFormat.of().formatHex(Merkle.sha256().digest(content));
  }
}
