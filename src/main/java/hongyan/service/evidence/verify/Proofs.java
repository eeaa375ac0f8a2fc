package hongyan.service.evidence.verify;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks that every record of a package stands in the chain, and that the chain only grew. */
final class Proofs {
  private static final int LONGEST_RECORD = 64 << 20;
  private static final String WHOLE = "-";

  private final Bag bag;
  private final List<VerifierKey> keys;
  private final @Nullable SignedNote lodged;

  /** The proof of one record. */
  private record Inclusion(long index, byte[] leafHash, List<byte[]> path) {}

  Proofs(Bag bag, List<VerifierKey> keys, @Nullable SignedNote lodged) {
    this.bag = bag;
    this.keys = List.copyOf(keys);
    this.lodged = lodged;
  }

  void check(List<Finding> findings) throws IOException, ZipFault {
    TreeHead head = head(Layout.HEAD, keys.subList(0, 1), findings);
    if (head == null) {
      return;
    }
    findings.add(
        Finding.holds(
            "head",
            "树头签名有效：%d 条记录，%s".formatted(head.size(), head.time()),
            "the tree head is signed: %d records, %s".formatted(head.size(), head.time())));
    checkRecords(head, findings);
    checkFormerHeads(head, findings);
    checkStamps(findings);
    checkLodged(head, findings);
  }

  private @Nullable TreeHead head(String name, List<VerifierKey> signers, List<Finding> findings)
      throws IOException, ZipFault {
    if (!bag.has(name)) {
      findings.add(Seal.missing(name));
      return null;
    }
    try {
      SignedNote note = SignedNote.parse(bag.text(name));
      TreeHead head = TreeHead.parse(note.text());
      if (signers.stream().anyMatch(note::isBy)) {
        return head;
      }
      findings.add(
          Finding.failed("head", name, "树头签名无效，或由另一把密钥签名", "not signed by the package's key"));
    } catch (IllegalArgumentException e) {
      findings.add(
          Finding.failed("head", name, "不是签名的树头", "no signed tree head: " + e.getMessage()));
    }
    return null;
  }

  private void checkRecords(TreeHead head, List<Finding> findings) throws IOException, ZipFault {
    Map<String, Map<String, Inclusion>> proofs = inclusions(findings);
    int proven = 0;
    for (String file : bag.payload()) {
      if (file.startsWith(Layout.RECORDS)) {
        Map<String, Inclusion> left = new HashMap<>(proofs.getOrDefault(file, Map.of()));
        proven += checkFile(file, left, head, findings);
        left.keySet().forEach(line -> findings.add(without(file, line)));
      }
    }
    proofs.keySet().stream()
        .filter(file -> !bag.has(file))
        .forEach(file -> findings.add(Seal.missing(file)));
    findings.add(
        Finding.note(
            "records",
            "%d 条记录的入链证明成立".formatted(proven),
            "%d records are proven to stand in the chain".formatted(proven)));
  }

  private static Finding without(String file, String line) {
    return Finding.failed(
        "record-missing",
        file,
        "证明所指的第 %s 行不存在".formatted(line),
        "line %s, which a proof is of, is not there".formatted(line));
  }

  private Map<String, Map<String, Inclusion>> inclusions(List<Finding> findings)
      throws IOException, ZipFault {
    Map<String, Map<String, Inclusion>> proofs = new HashMap<>();
    if (!bag.has(Layout.INCLUSION)) {
      findings.add(Seal.missing(Layout.INCLUSION));
      return proofs;
    }
    for (String line : lines(Layout.INCLUSION)) {
      String[] parts = line.split(" ", -1);
      try {
        Inclusion proof =
            new Inclusion(
                Long.parseLong(parts[2]), HexFormat.of().parseHex(parts[3]), hashes(parts[4]));
        if (proofs.computeIfAbsent(parts[0], f -> new HashMap<>()).put(parts[1], proof) != null) {
          throw new IllegalArgumentException("twice");
        }
      } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
        findings.add(
            Finding.failed(
                "inclusion", Layout.INCLUSION, "证明无法读取：" + cut(line), "no proof: " + cut(line)));
      }
    }
    return proofs;
  }

  /** Reads a file of records line by line; takes each proof that was used out of {@code left}. */
  private int checkFile(
      String file, Map<String, Inclusion> left, TreeHead head, List<Finding> findings)
      throws IOException {
    int[] proven = {0};
    if (left.containsKey(WHOLE)) {
      ByteArrayOutputStream whole = new ByteArrayOutputStream();
      bag.copy(file, whole);
      checkRecord(file, WHOLE, whole.toByteArray(), left.remove(WHOLE), head, findings, proven);
      return proven[0];
    }
    bag.copy(
        file,
        new Lines(
            (number, record) -> {
              String line = String.valueOf(number);
              checkRecord(file, line, record, left.remove(line), head, findings, proven);
            }));
    return proven[0];
  }

  private static void checkRecord(
      String file,
      String line,
      byte[] record,
      @Nullable Inclusion proof,
      TreeHead head,
      List<Finding> findings,
      int[] proven) {
    String where = line.equals(WHOLE) ? "" : " " + line;
    if (proof == null) {
      findings.add(
          Finding.failed(
              "inclusion",
              file,
              "记录%s没有入链证明".formatted(where),
              "record%s has no proof".formatted(where)));
    } else if (!Arrays.equals(Merkle.leafHash(record), proof.leafHash())) {
      findings.add(
          Finding.failed(
              "inclusion",
              file,
              "记录%s不是入链时的内容".formatted(where),
              "record%s is not what entered the chain".formatted(where)));
    } else if (Merkle.root(proof.index(), head.size(), proof.leafHash(), proof.path())
        .filter(root -> Arrays.equals(root, head.root()))
        .isEmpty()) {
      findings.add(
          Finding.failed(
              "inclusion",
              file,
              "记录%s的证明不通向该树头（%d 条）".formatted(where, head.size()),
              "the proof of record%s does not lead to the tree head (%d)"
                  .formatted(where, head.size())));
    } else {
      proven[0]++;
    }
  }

  private void checkFormerHeads(TreeHead head, List<Finding> findings)
      throws IOException, ZipFault {
    Map<Long, List<byte[]>> paths = consistencies(head, findings);
    int held = 0;
    for (String name : bag.names()) {
      if (name.startsWith(Layout.HEADS) && name.endsWith(".txt")) {
        TreeHead former = head(name, keys, findings);
        List<byte[]> path = former == null ? null : paths.remove(former.size());
        boolean holds =
            former != null
                && path != null
                && name.equals(Layout.HEADS + former.size() + ".txt")
                && Merkle.isConsistent(
                    former.size(), head.size(), former.root(), head.root(), path);
        if (former != null && !holds) {
          findings.add(
              Finding.failed(
                  "consistency",
                  name,
                  "该树头与本包树头不是同一条链",
                  "the chain did not grow out of this head"));
        }
        held += holds ? 1 : 0;
      }
    }
    for (Long size : paths.keySet()) {
      findings.add(Seal.missing(Layout.HEADS + size + ".txt"));
    }
    findings.add(
        Finding.note(
            "consistency",
            "与此前 %d 个签名树头一致".formatted(held),
            "the chain grew out of %d signed heads before".formatted(held)));
  }

  private Map<Long, List<byte[]>> consistencies(TreeHead head, List<Finding> findings)
      throws IOException, ZipFault {
    Map<Long, List<byte[]>> paths = new HashMap<>();
    if (!bag.has(Layout.CONSISTENCY)) {
      findings.add(Seal.missing(Layout.CONSISTENCY));
      return paths;
    }
    for (String line : lines(Layout.CONSISTENCY)) {
      String[] parts = line.split(" ", -1);
      try {
        if (Long.parseLong(parts[1]) != head.size()) {
          throw new IllegalArgumentException("of another head");
        }
        paths.put(Long.parseLong(parts[0]), hashes(parts[2]));
      } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
        findings.add(
            Finding.failed(
                "consistency", Layout.CONSISTENCY, "证明无效：" + cut(line), "no proof: " + cut(line)));
      }
    }
    return paths;
  }

  private void checkStamps(List<Finding> findings) throws IOException, ZipFault {
    for (String name : bag.names()) {
      String note = name.replaceFirst("\\.tsr$", ".txt");
      if (name.startsWith(Layout.PROOFS) && !note.equals(name)) {
        findings.add(stamp(name, note));
      }
    }
  }

  private Finding stamp(String name, String note) throws IOException, ZipFault {
    try {
      Timestamp stamp = Timestamp.parse(bag.content(name));
      if (bag.has(note) && stamp.covers(bag.content(note)) && stamp.isSignedByItsCertificate()) {
        return Finding.holds(
            "timestamp",
            "%s 于 %s 由 %s 加盖时间戳".formatted(note, stamp.time(), stamp.authority()),
            "%s was stamped at %s by %s".formatted(note, stamp.time(), stamp.authority()));
      }
    } catch (IllegalArgumentException none) {
      // Said below: for whoever reads the answer it is the same.
    }
    return Finding.failed("timestamp", name, "时间戳无效", "not a time stamp of " + note);
  }

  private void checkLodged(TreeHead head, List<Finding> findings) throws IOException, ZipFault {
    if (lodged == null) {
      return;
    }
    TreeHead outside;
    try {
      outside = TreeHead.parse(lodged.text());
    } catch (IllegalArgumentException e) {
      findings.add(Finding.failed("lodged", null, "给定的不是树头", "what was given is no tree head"));
      return;
    }
    String own =
        outside.size() == head.size() ? Layout.HEAD : Layout.HEADS + outside.size() + ".txt";
    if (!bag.has(own)) {
      findings.add(
          Finding.note(
              "lodged",
              "包内没有 %d 条的树头，请向平台索取一致性证明".formatted(outside.size()),
              "the package has no head of size %d; ask the platform for a consistency proof"
                  .formatted(outside.size())));
      return;
    }
    TreeHead inside = head(own, keys, findings);
    boolean same = inside != null && Arrays.equals(inside.root(), outside.root());
    findings.add(
        same
            ? Finding.holds("lodged", "与存证的树头一致", "the lodged head is the same")
            : Finding.failed(
                "lodged",
                own,
                "与存证的树头不同：链被改写",
                "other than the lodged head: the chain was rewritten"));
  }

  private List<String> lines(String name) throws IOException, ZipFault {
    String text = bag.text(name);
    return text.isEmpty() ? List.of() : Arrays.asList(text.split("\n"));
  }

  private static List<byte[]> hashes(String text) {
    List<byte[]> hashes = new ArrayList<>();
    for (String hash : text.isEmpty() ? new String[0] : text.split(",", -1)) {
      if (hash.length() != 64) {
        throw new IllegalArgumentException("no hash: " + hash);
      }
      hashes.add(HexFormat.of().parseHex(hash));
    }
    return hashes;
  }

  private static String cut(String line) {
    return line.length() <= 80 ? line : line.substring(0, 80) + "…";
  }

  /** Cuts what is written to it into lines; what follows the last line feed is none. */
  private static final class Lines extends OutputStream {
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final Taker taker;
    private int number;

    /** What is done with a line. */
    @FunctionalInterface
    private interface Taker {
      void take(int number, byte[] line);
    }

    private Lines(Taker taker) {
      this.taker = taker;
    }

    @Override
    public void write(int b) throws IOException {
      if (b == '\n') {
        taker.take(++number, line.toByteArray());
        line.reset();
      } else if (line.size() < LONGEST_RECORD) {
        line.write(b);
      }
    }
  }
}
