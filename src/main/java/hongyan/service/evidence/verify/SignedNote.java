package hongyan.service.evidence.verify;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A text with one Ed25519 signature, as one can print it. Source: C2SP signed-note (the form of
 * signed tree heads of transparency logs).
 *
 * @param text what is signed, ends with a line feed
 * @param signer the name of the key
 * @param keyId of {@link VerifierKey#id()}
 * @param signature 64 bytes
 */
public record SignedNote(String text, String signer, String keyId, byte[] signature) {
  private static final String DASH = "\u2014 ";

  public SignedNote {
    signature = signature.clone();
    if (!text.endsWith("\n") || text.contains("\n\n") || signature.length != 64) {
      throw new IllegalArgumentException("not a note with an Ed25519 signature");
    }
  }

  /**
   * Reads a note. It is taken only in the one form in which {@link #print()} writes it, so that no
   * byte of it can be other than it was.
   *
   * @throws IllegalArgumentException when it is none
   */
  public static SignedNote parse(String note) {
    int cut = note.indexOf("\n\n");
    String[] line = cut < 0 ? new String[0] : note.substring(cut + 2).split(" ", -1);
    if (line.length != 3 || !line[0].equals("\u2014")) {
      throw new IllegalArgumentException("no signature line");
    }
    byte[] signed = Base64.getDecoder().decode(line[2].strip());
    if (signed.length != 68) {
      throw new IllegalArgumentException("no Ed25519 signature");
    }
    SignedNote parsed =
        new SignedNote(
            note.substring(0, cut + 1),
            line[1],
            HexFormat.of().formatHex(signed, 0, 4),
            Arrays.copyOfRange(signed, 4, 68));
    if (!parsed.print().equals(note)) {
      throw new IllegalArgumentException("not in the form that it was signed in");
    }
    return parsed;
  }

  public String print() {
    byte[] signed = Arrays.copyOf(HexFormat.of().parseHex(keyId), 68);
    System.arraycopy(signature, 0, signed, 4, 64);
    return text + "\n" + DASH + signer + " " + Base64.getEncoder().encodeToString(signed) + "\n";
  }

  /** Returns whether that key signed it under that name. */
  public boolean isBy(VerifierKey key) {
    return signer.equals(key.name())
        && keyId.equals(key.id())
        && key.verifies(text.getBytes(StandardCharsets.UTF_8), signature);
  }
}
