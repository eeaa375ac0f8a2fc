package hongyan.service.secrets;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.prf.PrfSet;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.Normalizer;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;

/**
 * Seals texts that say who somebody is, and marks them so that equal ones can be found without
 * opening any. AES-256-GCM and HMAC-SHA-256 by Tink, with keys that lie in the state folder ({@link
 * KeyFile}). Thread-safe.
 */
public final class Seals {
  private static final int MARK_BYTES = 32;

  private final Aead aead;
  private final PrfSet prf;

  Seals(KeysetHandle sealing, KeysetHandle marking) throws GeneralSecurityException {
    this.aead = sealing.getPrimitive(RegistryConfiguration.get(), Aead.class);
    this.prf = marking.getPrimitive(RegistryConfiguration.get(), PrfSet.class);
  }

  /**
   * Returns the text encrypted, in Base64.
   *
   * @param of what it belongs to: it opens under the same only, so that rows cannot be swapped
   */
  public String seal(String text, String of) {
    try {
      return Base64.getEncoder().encodeToString(aead.encrypt(bytes(text), bytes(of)));
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException("a text could not be sealed", broken);
    }
  }

  /** Returns the text again, or throws IllegalStateException for another key or another owner. */
  public String open(String sealed, String of) {
    try {
      byte[] text = aead.decrypt(Base64.getDecoder().decode(sealed), bytes(of));
      return new String(text, StandardCharsets.UTF_8);
    } catch (GeneralSecurityException wrongKey) {
      throw new IllegalStateException(
          "the identity of %s does not open with the keys of this state folder".formatted(of),
          wrongKey);
    }
  }

  /**
   * Returns the mark of a text: the same for the same text in any spelling of width, case and
   * spaces, and of no use without the key.
   */
  public String mark(String kind, String text) {
    String plain =
        Normalizer.normalize(text, Normalizer.Form.NFKC)
            .replaceAll("[\\s·•.-]+", "")
            .toUpperCase(Locale.ROOT);
    try {
      return HexFormat.of().formatHex(prf.computePrimary(bytes(kind + "|" + plain), MARK_BYTES));
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException("a text could not be marked", broken);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
