package hongyan.service.evidence.verify;

import hongyan.service.evidence.verify.Verification.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Verifies evidence packages: reads one file, writes nothing, asks nobody. What it believes is in
 * the package, and the key that the caller brings.
 *
 * @param key the published key that must have signed; null to believe the one in the package, which
 *     shows only that nothing was changed since whoever owns it signed
 * @param lodged a tree head that the caller has from elsewhere, printed or lodged; or null
 */
public record Verifier(Limits limits, @Nullable VerifierKey key, @Nullable SignedNote lodged) {

  /** Verifies a file; throws {@link IOException} when the disk fails. */
  public Verification verify(Path file) throws IOException {
    List<Finding> findings = new ArrayList<>();
    try (ZipPackage zip = ZipPackage.open(file, limits)) {
      Bag bag = Bag.find(zip).orElse(null);
      if (bag == null) {
        return none(
            Finding.failed("bag", null, "不是 BagIt 包：没有 bagit.txt", "no BagIt bag: no bagit.txt"));
      }
      bag.read(findings);
      boolean ours = isOurs(bag);
      Blocks.check(bag, findings);
      if (ours) {
        new Seal(bag, key, lodged).check(findings);
      } else {
        findings.add(
            Finding.note(
                "signature",
                "BagIt 包，但没有鸿雁的签名：不能证明由谁、何时制作",
                "a BagIt bag without Hongyan's signature: nothing says who made it, or when"));
      }
      return Verification.of(ours, findings);
    } catch (ZipFault fault) {
      return none(fault.finding());
    }
  }

  private static Verification none(Finding finding) {
    return new Verification(Verdict.NOT_A_PACKAGE, List.of(finding));
  }

  /** Whatever says that it is Hongyan's is judged as such: a seal cannot be dropped unseen. */
  private static boolean isOurs(Bag bag) throws IOException, ZipFault {
    return bag.names().stream().anyMatch(name -> name.startsWith(Layout.PROOFS))
        || bag.has(Layout.BAG_INFO)
            && bag.text(Layout.BAG_INFO).toLowerCase(Locale.ROOT).contains("hongyan")
        || bag.has(Layout.TAG_MANIFEST) && bag.text(Layout.TAG_MANIFEST).contains(Layout.PROOFS);
  }
}
