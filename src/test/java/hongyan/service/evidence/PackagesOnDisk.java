package hongyan.service.evidence;

import hongyan.service.evidence.verify.BlockHashes;
import hongyan.service.evidence.verify.Layout;
import hongyan.service.evidence.verify.SignedNote;
import hongyan.service.evidence.verify.TreeHead;
import hongyan.service.evidence.verify.VerifierKey;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Packages for those who break them; it also plays the one who has the key and lies. */
public final class PackagesOnDisk {
  private final Packages packages;

  public PackagesOnDisk(Path folder) {
    packages = new Packages(folder);
  }

  public byte[] make(int findings) {
    return packages.make(findings);
  }

  public VerifierKey key() {
    return packages.chain.chain().key().verifier();
  }

  /** Signs a head that says of the same size another root. */
  public SignedNote note(TreeHead head) {
    byte[] root = head.root().clone();
    root[0] ^= 1;
    TreeHead lie = new TreeHead(head.origin(), head.size(), root, head.time());
    return packages.chain.chain().key().sign(lie.text());
  }

  /** Makes all manifests and the signature anew over what the files are now. */
  public Map<String, byte[]> seal(Map<String, byte[]> files) {
    Map<String, byte[]> sealed = new LinkedHashMap<>(files);
    sealed.remove(Layout.SIGNATURE);
    sealed.remove(Layout.TAG_MANIFEST);
    sealed.remove(Layout.BLOCKS);
    sealed.put(Layout.BAG_INFO, bytes("Source-Organization: Hongyan\n"));
    sealed.put(Layout.MANIFEST, bytes(manifest(sealed, true)));
    sealed.put(
        Layout.BLOCKS,
        bytes(lines(sealed).values().stream().map(l -> l.print()).collect(Collectors.joining())));
    byte[] tags = bytes(manifest(sealed, false));
    sealed.put(Layout.TAG_MANIFEST, tags);
    String statement = Layout.statement(key().name(), "alerts-1", tags, "2026-11-23T02:00:00Z");
    sealed.put(Layout.SIGNATURE, bytes(packages.chain.chain().key().sign(statement).print()));
    return sealed;
  }

  private static String manifest(Map<String, byte[]> files, boolean payload) {
    return lines(files).values().stream()
        .filter(line -> line.path().startsWith(Layout.PAYLOAD) == payload)
        .filter(line -> payload || !line.path().equals(Layout.TAG_MANIFEST))
        .map(line -> line.sha256() + "  " + line.path() + "\n")
        .collect(Collectors.joining());
  }

  private static Map<String, BlockHashes.Line> lines(Map<String, byte[]> files) {
    Map<String, BlockHashes.Line> lines = new TreeMap<>();
    files.forEach(
        (name, content) -> {
          BlockHashes hashes = new BlockHashes();
          hashes.write(content, 0, content.length);
          lines.put(name, hashes.line(name));
        });
    return lines;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
