package hongyan.service.evidence.verify;

import static org.assertj.core.api.Assertions.assertThat;

import gov.loc.repository.bagit.creator.BagCreator;
import gov.loc.repository.bagit.domain.Bag;
import gov.loc.repository.bagit.hash.StandardSupportedAlgorithms;
import gov.loc.repository.bagit.hash.SupportedAlgorithm;
import gov.loc.repository.bagit.reader.BagReader;
import gov.loc.repository.bagit.verify.BagVerifier;
import hongyan.service.evidence.PackagesOnDisk;
import hongyan.service.evidence.verify.Verification.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Our bags to the Library of Congress's tool, and its bags to us. */
class ForeignBagTest {
  @TempDir private Path folder;

  @Test
  void makesBagsThatOthersFindValid() throws Exception {
    Path unpacked = Files.createDirectory(folder.resolve("bag"));
    byte[] zip = new PackagesOnDisk(folder).make(5);
    for (Map.Entry<String, byte[]> file : Zips.read(zip).entrySet()) {
      Path path = unpacked.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue());
    }
    Bag bag = new BagReader().read(unpacked);
    try (BagVerifier verifier = new BagVerifier()) {
      verifier.isValid(bag, false);
    }
    assertThat(bag.getPayLoadManifests()).hasSize(1);
    assertThat(BagVerifier.canQuickVerify(bag)).isTrue();
    BagVerifier.quicklyVerify(bag);
  }

  @Test
  void findsBagsOfOthersValidAndSaysThatNobodySignedThem() throws Exception {
    for (SupportedAlgorithm algorithm : StandardSupportedAlgorithms.values()) {
      for (String inside : List.of("", "a-folder/")) {
        Verification verification = verify(foreign(algorithm, inside));
        assertThat(verification.failures()).isEmpty();
        assertThat(verification.verdict()).isEqualTo(Verdict.UNSIGNED_BAG);
        assertThat(verification.findings())
            .extracting(Finding::english)
            .anyMatch(text -> text.contains("without Hongyan's signature"));
      }
    }
  }

  @Test
  void namesWhatIsWrongWithABagOfOthers() throws Exception {
    Map<String, byte[]> bag = foreign(StandardSupportedAlgorithms.MD5, "");
    bag.put("data/one file.txt", new byte[] {1, 2});
    assertThat(verify(bag).failures()).extracting(Finding::file).contains("data/one file.txt");
    bag.remove("data/one file.txt");
    assertThat(verify(bag).failures()).extracting(Finding::file).contains("data/one file.txt");
    assertThat(verify(bag).verdict()).isEqualTo(Verdict.BROKEN);
  }

  private Map<String, byte[]> foreign(SupportedAlgorithm algorithm, String inside)
      throws Exception {
    Path made = Files.createTempDirectory(folder, "foreign");
    Files.writeString(made.resolve("one file.txt"), "one");
    Files.createDirectories(made.resolve("deep/er"));
    Files.writeString(made.resolve("deep/er/候鸟.txt"), "two");
    BagCreator.bagInPlace(made, Arrays.asList(algorithm), false);
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(made)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(inside + made.relativize(file).toString(), Files.readAllBytes(file));
      }
    }
    return files;
  }

  private Verification verify(Map<String, byte[]> files) throws IOException {
    Path file = Files.write(folder.resolve("foreign.zip"), Zips.write(files));
    return new Verifier(Limits.usual(), null, null).verify(file);
  }
}
