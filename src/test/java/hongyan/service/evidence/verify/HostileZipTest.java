package hongyan.service.evidence.verify;

import static org.assertj.core.api.Assertions.assertThat;

import hongyan.service.evidence.verify.Verification.Verdict;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are no package, or are made to hurt whoever opens them. */
class HostileZipTest {
  private static final Limits SMALL = new Limits(100, 4L << 30, 200);

  @TempDir private Path folder;

  @Test
  void refusesWhatIsNoZip() throws IOException {
    assertRefused(new byte[0], "not-a-zip");
    assertRefused("PK, but not one".getBytes(StandardCharsets.UTF_8), "not-a-zip");
    byte[] zip = zip("bagit.txt");
    assertRefused(Arrays.copyOf(zip, zip.length - 10), "not-a-zip");
    assertRefused(Arrays.copyOf(zip, zip.length / 2), "not-a-zip");
    assertRefused(zip("readme.txt"), "bag");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../evil",
        "data/../../evil",
        "/etc/passwd",
        "C:evil",
        "data\\evil",
        "a//b",
        "./a"
      })
  void refusesAPathThatClimbsOut(String name) throws IOException {
    assertRefused(zip(name), "path-climbs");
  }

  @Test
  void refusesTwoFilesOfOneName() throws IOException {
    byte[] zip = zip("aa", "bb");
    assertRefused(replace(zip, "bb", "aa"), "duplicate-name");
  }

  @Test
  void refusesAFileThatIsNamedTwoWays() throws IOException {
    byte[] zip = zip("aa");
    int local = indexOf(zip, "aa", 0);
    zip[local] = 'b';
    assertRefused(zip, "name-differs");
  }

  @Test
  void refusesASymbolicLink() throws IOException {
    byte[] zip = zip("link");
    int entry = central(zip);
    zip[entry + 5] = 3;
    ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN).putInt(entry + 38, 0xA1FF << 16);
    assertRefused(zip, "symbolic-link");
  }

  @Test
  void refusesWhatIsEncrypted() throws IOException {
    byte[] zip = zip("secret");
    zip[central(zip) + 8] |= 1;
    assertRefused(zip, "encrypted");
  }

  @Test
  void refusesAnUnknownCompression() throws IOException {
    byte[] zip = zip("aa");
    zip[central(zip) + 10] = 12;
    assertRefused(zip, "unknown-method");
  }

  @Test
  void refusesBytesThatBelongToNoFile() throws IOException {
    byte[] zip = zip("aa");
    byte[] before = new byte[zip.length + 1];
    System.arraycopy(zip, 0, before, 1, zip.length);
    assertThat(verify(before).verdict()).isEqualTo(Verdict.NOT_A_PACKAGE);
    byte[] after = Arrays.copyOf(zip, zip.length + 1);
    assertThat(verify(after).verdict()).isEqualTo(Verdict.NOT_A_PACKAGE);
  }

  @Test
  void refusesABomb() throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("bagit.txt", new byte[0]);
    files.put("data/zeros", new byte[150 << 20]);
    assertRefused(Zips.write(files), "zip-bomb");
  }

  @Test
  void doesNotBelieveASizeThatIsTooSmall() throws IOException {
    byte[] zip = zip("bagit.txt", "data/a");
    ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putInt(central(zip) + 24, 1);
    assertThat(verify(zip).verdict()).isNotIn(Verdict.INTACT, Verdict.UNSIGNED_BAG);
  }

  @Test
  void refusesTooManyFiles() throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (int i = 0; i < 101; i++) {
      files.put("data/" + i, new byte[1]);
    }
    assertRefused(Zips.write(files), "too-many-files");
  }

  private void assertRefused(byte[] zip, String check) throws IOException {
    Verification verification = verify(zip);
    assertThat(verification.verdict()).isEqualTo(Verdict.NOT_A_PACKAGE);
    assertThat(verification.findings()).extracting(Finding::check).containsExactly(check);
  }

  private Verification verify(byte[] zip) throws IOException {
    Path file = Files.write(folder.resolve("hostile.zip"), zip);
    Verification verification = new Verifier(SMALL, null, null).verify(file);
    try (Stream<Path> all = Files.walk(folder)) {
      assertThat(all.filter(Files::isRegularFile)).containsExactly(file);
    }
    return verification;
  }

  private static byte[] zip(String... names) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (String name : names) {
      files.put(name, "content of some length".getBytes(StandardCharsets.UTF_8));
    }
    return Zips.write(files);
  }

  private static int central(byte[] zip) {
    return indexOf(zip, "PK\1\2", 0);
  }

  private static byte[] replace(byte[] zip, String from, String to) {
    byte[] changed = zip.clone();
    for (int at = indexOf(zip, from, 0); at >= 0; at = indexOf(zip, from, at + 1)) {
      System.arraycopy(to.getBytes(StandardCharsets.ISO_8859_1), 0, changed, at, to.length());
    }
    return changed;
  }

  private static int indexOf(byte[] bytes, String sought, int from) {
    return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(sought, from);
  }
}
