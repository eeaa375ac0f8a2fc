package hongyan.service.login;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;
import org.springframework.security.crypto.keygen.KeyGenerators;
import org.springframework.stereotype.Component;

/**
 * Codes of six digits that change every 30 seconds (TOTP, RFC 6238), as every authenticator
 * application makes them. One step early or late is taken, since clocks differ.
 */
@Component
class SecondFactor {
  private static final int SECRET_BYTES = 20;
  private static final int LEEWAY = 1;
  private static final String ISSUER = "Hongyan";

  private final TimeBasedOneTimePasswordGenerator codes = new TimeBasedOneTimePasswordGenerator();
  private final SecretBox box;
  private final Clock clock;

  SecondFactor(SecretBox box, Clock clock) {
    this.box = box;
    this.clock = clock;
  }

  /**
   * A secret for an authenticator application.
   *
   * @param secret Base32, to be typed
   * @param uri the same as an address that applications read, also from a QR code
   * @param closed the same, encrypted, to be kept
   */
  record Fresh(String secret, String uri, String closed) {}

  Fresh make(String account) {
    byte[] secret = KeyGenerators.secureRandom(SECRET_BYTES).generateKey();
    String text = new Base32().encodeAsString(secret);
    String label =
        URLEncoder.encode(ISSUER + ":" + account, StandardCharsets.UTF_8).replace("+", "%20");
    String uri = "otpauth://totp/%s?secret=%s&issuer=%s".formatted(label, text, ISSUER);
    return new Fresh(text, uri, box.close(secret));
  }

  /** Returns the time step that {@code code} belongs to, or nothing when it is wrong now. */
  OptionalLong step(String closed, String code) {
    var key = new SecretKeySpec(box.open(closed), "RAW");
    long seconds = codes.getTimeStep().toSeconds();
    long now = clock.instant().getEpochSecond() / seconds;
    for (long step = now - LEEWAY; step <= now + LEEWAY; step++) {
      if (same(codeAt(key, step * seconds), code)) {
        return OptionalLong.of(step);
      }
    }
    return OptionalLong.empty();
  }

  private String codeAt(SecretKeySpec key, long epochSecond) {
    try {
      return codes.generateOneTimePasswordString(key, Instant.ofEpochSecond(epochSecond));
    } catch (InvalidKeyException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean same(String right, String given) {
    return MessageDigest.isEqual(
        right.getBytes(StandardCharsets.UTF_8), given.strip().getBytes(StandardCharsets.UTF_8));
  }
}
