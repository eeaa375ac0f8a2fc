package hongyan.service.evidence.verify;

import static org.assertj.core.api.Assertions.assertThat;

import hongyan.service.evidence.PackagesOnDisk;
import hongyan.service.evidence.verify.Verification.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Breaks a package in every way and wants each to be found and named. */
class VerifierTest {
  @TempDir private Path folder;
  private PackagesOnDisk packages;
  private Map<String, byte[]> files = Map.of();

  @BeforeEach
  void make() throws IOException {
    packages = new PackagesOnDisk(folder);
    files = Zips.read(packages.make(12));
  }

  @Test
  void findsAnUntouchedPackageIntact() throws IOException {
    Verification verification = verify(files, packages.key());
    assertThat(verification.failures()).isEmpty();
    assertThat(verification.verdict()).isEqualTo(Verdict.INTACT);
    assertThat(verification.findings())
        .extracting(Finding::check)
        .contains("files", "key", "signature", "head", "records", "consistency", "timestamp");
    assertThat(verification.findings())
        .extracting(Finding::english)
        .contains("13 records are proven to stand in the chain");
  }

  @Test
  void namesEveryFileOfWhichOneByteWasChanged() throws IOException {
    for (String name : files.keySet()) {
      byte[] content = files.get(name);
      for (int at : new int[] {0, content.length / 2, content.length - 1}) {
        Map<String, byte[]> broken = new LinkedHashMap<>(files);
        byte[] changed = content.clone();
        changed[at] ^= 1;
        broken.put(name, changed);
        assertNamed(verify(broken, null), name, "byte %d of %s".formatted(at, name));
      }
    }
  }

  @Test
  void namesTheRangeOfBytesThatWasChanged() throws IOException {
    String photo =
        files.keySet().stream().filter(n -> n.endsWith(".jpg")).findFirst().orElseThrow();
    byte[] changed = files.get(photo).clone();
    changed[70_000] ^= 1;
    assertThat(failure(with(photo, changed), photo)).contains("bytes 65536-131071");
    byte[] tags = files.get(Layout.TAG_MANIFEST).clone();
    tags[5] ^= 1;
    assertThat(verify(with(Layout.TAG_MANIFEST, tags), null).failures())
        .extracting(Finding::english)
        .anyMatch(text -> text.endsWith("first changed at byte 5"));
  }

  @Test
  void namesEveryFileThatIsDropped() throws IOException {
    for (String name : files.keySet()) {
      Map<String, byte[]> broken = new LinkedHashMap<>(files);
      broken.remove(name);
      Verification verification = verify(broken, packages.key());
      if (name.equals(Layout.BAGIT)) {
        assertThat(verification.verdict()).isEqualTo(Verdict.NOT_A_PACKAGE);
      } else {
        assertNamed(verification, name, "without " + name);
      }
    }
  }

  @Test
  void namesAFileThatIsAddedAnywhere() throws IOException {
    for (String name : List.of("data/extra.txt", "extra.txt", "hongyan/extra.txt")) {
      assertNamed(verify(with(name, new byte[] {1}), packages.key()), name, name);
    }
  }

  @Test
  void namesBothFilesThatWereSwapped() throws IOException {
    List<String> names = new ArrayList<>(files.keySet());
    for (int i = 0; i + 1 < names.size(); i++) {
      Map<String, byte[]> broken = new LinkedHashMap<>(files);
      broken.put(names.get(i), files.get(names.get(i + 1)));
      broken.put(names.get(i + 1), files.get(names.get(i)));
      Verification verification = verify(broken, packages.key());
      assertThat(verification.verdict()).isIn(Verdict.BROKEN);
      for (String name : names.subList(i, i + 2)) {
        assertNamed(verification, name, names.get(i) + " and the next");
      }
    }
  }

  @Test
  void seesTwoRecordsSwappedEvenWhenTheKeyItselfSealedThem() throws IOException {
    String name = Layout.RECORDS + "findings.ndjson";
    List<String> lines = text(name).lines().toList();
    List<String> swapped = new ArrayList<>(lines);
    swapped.set(3, lines.get(4));
    swapped.set(4, lines.get(3));
    Map<String, byte[]> sealed =
        packages.seal(with(name, bytes(String.join("\n", swapped) + "\n")));
    assertThat(verify(sealed, packages.key()).failures())
        .extracting(Finding::file, Finding::english)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(name, "record 4 is not what entered the chain"),
            org.assertj.core.groups.Tuple.tuple(name, "record 5 is not what entered the chain"));
  }

  @Test
  void seesARecordLeftOutOrSlippedInEvenWhenTheKeyItselfSealedIt() throws IOException {
    String name = Layout.RECORDS + "findings.ndjson";
    String text = text(name);
    String shorter = text.substring(0, text.lastIndexOf('\n', text.length() - 2) + 1);
    assertThat(failures(packages.seal(with(name, bytes(shorter)))))
        .containsExactly("line 12, which a proof is of, is not there");
    assertThat(failures(packages.seal(with(name, bytes(text + "{}\n")))))
        .containsExactly("record 13 has no proof");
  }

  @Test
  void seesAnOldTreeHeadReplayed() throws IOException {
    String old =
        files.keySet().stream()
            .filter(n -> n.matches("hongyan/heads/.*txt"))
            .findFirst()
            .orElseThrow();
    Map<String, byte[]> replayed = with(Layout.HEAD, files.get(old));
    assertNamed(verify(replayed, packages.key()), Layout.HEAD, "replayed");
    List<String> failures = failures(packages.seal(replayed));
    assertThat(failures).contains("the proof of record 1 does not lead to the tree head (1)");
  }

  @Test
  void seesThatTheChainWasRewritten() throws IOException {
    var other = new PackagesOnDisk(Files.createDirectory(folder.resolve("other")));
    String head = new String(Zips.read(other.make(3)).get(Layout.HEAD), StandardCharsets.UTF_8);
    assertThat(verify(files, null, SignedNote.parse(text(Layout.HEAD))).verdict())
        .isEqualTo(Verdict.INTACT);
    SignedNote lodged = packages.note(TreeHead.parse(SignedNote.parse(text(Layout.HEAD)).text()));
    assertThat(verify(files, null, lodged).failures())
        .extracting(Finding::english)
        .containsExactly("other than the lodged head: the chain was rewritten");
    assertThat(verify(files, null, SignedNote.parse(head)).findings())
        .extracting(Finding::english)
        .anyMatch(text -> text.contains("has no head of size"));
  }

  @Test
  void seesAnotherKey() throws IOException {
    var other = new PackagesOnDisk(Files.createDirectory(folder.resolve("other")));
    assertThat(verify(files, other.key()).failures())
        .extracting(Finding::english)
        .singleElement()
        .asString()
        .startsWith("signed with another key");
    Map<String, byte[]> resealed = other.seal(files);
    assertNamed(verify(resealed, packages.key()), Layout.SIGNATURE, "sealed by another");
    assertNamed(verify(resealed, null), Layout.SIGNATURE, "sealed by another, no key");
    Map<String, byte[]> takenOver = new LinkedHashMap<>(files);
    takenOver.put(Layout.KEYS, bytes(other.key().line() + "\n"));
    Verification verification = verify(other.seal(takenOver), null);
    assertNamed(verification, Layout.HEAD, "keys exchanged");
    assertNamed(verify(other.seal(takenOver), packages.key()), Layout.KEYS, "keys exchanged");
  }

  @Test
  void doesNotTakeAStrippedPackageForAPlainBag() throws IOException {
    Map<String, byte[]> stripped = new LinkedHashMap<>(files);
    stripped.keySet().removeIf(name -> name.startsWith(Layout.PROOFS));
    assertThat(verify(stripped, null).verdict()).isEqualTo(Verdict.BROKEN);
    stripped.remove(Layout.TAG_MANIFEST);
    assertThat(verify(stripped, null).verdict()).isEqualTo(Verdict.BROKEN);
  }

  private static void assertNamed(Verification verification, String name, String what) {
    assertThat(verification.verdict()).as(what).isNotIn(Verdict.INTACT, Verdict.UNSIGNED_BAG);
    assertThat(verification.failures()).as(what).extracting(Finding::file).contains(name);
  }

  private String failure(Map<String, byte[]> broken, String name) throws IOException {
    return verify(broken, packages.key()).failures().stream()
        .filter(finding -> name.equals(finding.file()))
        .findFirst()
        .orElseThrow()
        .english();
  }

  private List<String> failures(Map<String, byte[]> broken) throws IOException {
    return verify(broken, packages.key()).failures().stream().map(Finding::english).toList();
  }

  private Map<String, byte[]> with(String name, byte[] content) {
    Map<String, byte[]> broken = new LinkedHashMap<>(files);
    broken.put(name, content);
    return broken;
  }

  private String text(String name) {
    return new String(files.get(name), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private Verification verify(Map<String, byte[]> content, @Nullable VerifierKey key)
      throws IOException {
    return verify(content, key, null);
  }

  private Verification verify(
      Map<String, byte[]> content, @Nullable VerifierKey key, @Nullable SignedNote lodged)
      throws IOException {
    Path file = Files.write(folder.resolve("package.zip"), Zips.write(content));
    long before = count();
    Verification verification = new Verifier(Limits.usual(), key, lodged).verify(file);
    assertThat(count()).as("files written").isEqualTo(before);
    return verification;
  }

  private long count() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.count();
    }
  }
}
