package hongyan.service.hj212;

import java.util.Arrays;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * The encryption of a body as secondary sources describe HJ 212-2025: SM4, block by block (ECB) and
 * without padding, so that what is left over after the last whole block of 16 bytes stays plain.
 *
 * <p><b>Experimental</b>: no official text was at hand.
 */
final class Sm4 {
  private static final int BLOCK = 16;

  private Sm4() {}

  /**
   * @param key 16 bytes
   */
  static byte[] decrypt(byte[] body, byte[] key) {
    return apply(body, key, false);
  }

  static byte[] encrypt(byte[] body, byte[] key) {
    return apply(body, key, true);
  }

  private static byte[] apply(byte[] body, byte[] key, boolean encrypting) {
    SM4Engine engine = new SM4Engine();
    engine.init(encrypting, new KeyParameter(key));
    byte[] result = Arrays.copyOf(body, body.length);
    for (int at = 0; at + BLOCK <= body.length; at += BLOCK) {
      engine.processBlock(body, at, result, at);
    }
    return result;
  }
}
