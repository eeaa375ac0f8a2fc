package hongyan.service.cli;

import hongyan.service.evidence.verify.Finding;
import hongyan.service.evidence.verify.Limits;
import hongyan.service.evidence.verify.SignedNote;
import hongyan.service.evidence.verify.Verification;
import hongyan.service.evidence.verify.Verification.Verdict;
import hongyan.service.evidence.verify.Verifier;
import hongyan.service.evidence.verify.VerifierKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code evidence verify FILE}: whether an evidence package is what it was, offline. */
@Command(
    name = "evidence",
    description = "works on evidence packages",
    mixinStandardHelpOptions = true)
final class Evidence implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is wanted: verify");
  }

  @Command(
      name = "verify",
      description = {
        "verifies a package: reads the file alone, writes nothing, asks nobody",
        "exit 0: intact; 1: broken, not signed by Hongyan, or no package; 2: called wrongly"
      },
      mixinStandardHelpOptions = true)
  int verify(
      @Parameters(paramLabel = "FILE") Path file,
      @Option(
              names = "--key",
              paramLabel = "PUBLICKEY",
              description =
                  "the published key: a file (PEM or one line), or the line itself; without it the"
                      + " key in the package is believed")
          @Nullable String key,
      @Option(
              names = "--head",
              paramLabel = "NOTE",
              description = "file of a tree head that was lodged elsewhere, to compare with")
          @Nullable Path head) {
    Verifier verifier = new Verifier(Limits.usual(), key(key), head(head));
    Verification verification;
    try {
      verification = verifier.verify(file);
    } catch (IOException unreadable) {
      throw new ParameterException(spec.commandLine(), file + " cannot be read: " + unreadable);
    }
    verification.findings().forEach(Evidence::print);
    System.out.println(verdict(verification.verdict()));
    return verification.verdict() == Verdict.INTACT
        ? CommandLine.ExitCode.OK
        : CommandLine.ExitCode.SOFTWARE;
  }

  private @Nullable VerifierKey key(@Nullable String key) {
    if (key == null) {
      return null;
    }
    try {
      boolean line = key.matches("[^+]+\\+[0-9a-f]{8}\\+.+");
      return VerifierKey.parse("given", line ? key : Files.readString(Path.of(key)));
    } catch (IOException | IllegalArgumentException e) {
      throw new ParameterException(
          spec.commandLine(), "--key %s: %s".formatted(key, e.getMessage()));
    }
  }

  private @Nullable SignedNote head(@Nullable Path file) {
    try {
      return file == null ? null : SignedNote.parse(Files.readString(file));
    } catch (IOException | IllegalArgumentException e) {
      throw new ParameterException(
          spec.commandLine(), "--head %s: %s".formatted(file, e.getMessage()));
    }
  }

  private static void print(Finding finding) {
    String mark =
        switch (finding.outcome()) {
          case HOLDS -> "  ok  ";
          case FAILED -> "  FAIL";
          case NOTE -> "      ";
        };
    String file = finding.file() == null ? "" : finding.file() + ": ";
    System.out.printf("%s %s%s | %s%n", mark, file, finding.chinese(), finding.english());
  }

  private static String verdict(Verdict verdict) {
    return switch (verdict) {
      case INTACT -> "完好 | intact";
      case BROKEN -> "已被改动或不完整 | BROKEN";
      case UNSIGNED_BAG -> "有效的 BagIt 包，无鸿雁签名 | a valid bag without Hongyan's signature";
      case NOT_A_PACKAGE -> "不是证据包 | NOT A PACKAGE";
    };
  }
}
