package hongyan.service.login;

import hongyan.service.settings.HongyanSettings;
import hongyan.service.settings.SecretFile;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.security.crypto.encrypt.AesGcmBytesEncryptor;
import org.springframework.security.crypto.encrypt.BytesEncryptor;
import org.springframework.security.crypto.keygen.KeyGenerators;
import org.springframework.stereotype.Component;

/**
 * Encrypts the secrets of second factors (AES-256-GCM of Spring Security) with a key that lies in
 * the state folder, not in the database: a copy of the database alone gives no codes.
 */
@Component
class SecretBox {
  private static final String FILE = "second-factor-key";
  private static final int BYTES = 32;
  private static final int IV_BYTES = 12;

  private final BytesEncryptor encryptor;

  SecretBox(HongyanSettings settings) {
    String key =
        SecretFile.readOrWrite(
            settings.state().resolve(FILE),
            () -> HexFormat.of().formatHex(KeyGenerators.secureRandom(BYTES).generateKey()));
    this.encryptor =
        AesGcmBytesEncryptor.withSecretKey(new SecretKeySpec(HexFormat.of().parseHex(key), "AES"))
            .ivGenerator(KeyGenerators.secureRandom(IV_BYTES))
            .build();
  }

  String close(byte[] secret) {
    return Base64.getEncoder().encodeToString(encryptor.encrypt(secret));
  }

  byte[] open(String closed) {
    return encryptor.decrypt(
        Base64.getDecoder().decode(closed.getBytes(StandardCharsets.US_ASCII)));
  }
}
