package hongyan.service.evidence.verify;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The public half of an Ed25519 key with the name of whose it is. Sources: RFC 8032, RFC 8410, and
 * C2SP signed-note for the id and the one-line form. Thread-safe.
 *
 * @param name without spaces and plus signs
 * @param raw the 32 bytes of the key
 */
public record VerifierKey(String name, byte[] raw) {
  private static final byte[] SPKI = HexFormat.of().parseHex("302a300506032b6570032100");
  private static final byte ED25519 = 1;
  private static final String BEGIN = "-----BEGIN PUBLIC KEY-----";
  private static final String END = "-----END PUBLIC KEY-----";

  public VerifierKey {
    raw = raw.clone();
    if (raw.length != 32 || name.isEmpty() || !name.matches("[^\\s+\\p{Cntrl}]+")) {
      throw new IllegalArgumentException("no Ed25519 key with a name: " + name);
    }
  }

  /** Returns the key of its X.509 form, as {@code PublicKey.getEncoded()} gives it. */
  public static VerifierKey ofEncoded(String name, byte[] encoded) {
    if (encoded.length != 44 || !Arrays.equals(encoded, 0, 12, SPKI, 0, 12)) {
      throw new IllegalArgumentException("not an Ed25519 public key");
    }
    return new VerifierKey(name, Arrays.copyOfRange(encoded, 12, 44));
  }

  /** Reads a PEM or a one-line key; of a PEM the name is {@code name}. */
  public static VerifierKey parse(String name, String text) {
    String stripped = text.strip();
    if (stripped.startsWith(BEGIN) && stripped.endsWith(END)) {
      String base64 = stripped.substring(BEGIN.length(), stripped.length() - END.length());
      return ofEncoded(name, Base64.getMimeDecoder().decode(base64));
    }
    String[] parts = stripped.split("\\+", 3);
    byte[] typed = parts.length == 3 ? Base64.getDecoder().decode(parts[2]) : new byte[0];
    if (typed.length != 33 || typed[0] != ED25519) {
      throw new IllegalArgumentException("neither a PEM nor a one-line Ed25519 key");
    }
    VerifierKey key = new VerifierKey(parts[0], Arrays.copyOfRange(typed, 1, 33));
    if (!key.id().equals(parts[1])) {
      throw new IllegalArgumentException("the id %s is not this key's".formatted(parts[1]));
    }
    return key;
  }

  /** Returns the first four bytes of SHA-256(name || LF || 0x01 || key), hex. */
  public String id() {
    MessageDigest digest = Merkle.sha256();
    digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
    digest.update(ED25519);
    return HexFormat.of().formatHex(digest.digest(raw), 0, 4);
  }

  /** Returns SHA-256 of the X.509 form, hex: what people compare. */
  public String fingerprint() {
    return HexFormat.of().formatHex(Merkle.sha256().digest(encoded()));
  }

  /** Returns the key on one line: {@code name+id+base64}. */
  public String line() {
    byte[] typed = new byte[33];
    typed[0] = ED25519;
    System.arraycopy(raw, 0, typed, 1, 32);
    return name + "+" + id() + "+" + Base64.getEncoder().encodeToString(typed);
  }

  public String pem() {
    return BEGIN + "\n" + Base64.getEncoder().encodeToString(encoded()) + "\n" + END + "\n";
  }

  boolean isSameKey(VerifierKey other) {
    return Arrays.equals(raw, other.raw);
  }

  boolean verifies(byte[] message, byte[] signature) {
    try {
      PublicKey key =
          KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded()));
      Signature verification = Signature.getInstance("Ed25519");
      verification.initVerify(key);
      verification.update(message);
      return verification.verify(signature);
    } catch (GeneralSecurityException malformed) {
      return false;
    }
  }

  private byte[] encoded() {
    ByteArrayOutputStream encoded = new ByteArrayOutputStream();
    encoded.writeBytes(SPKI);
    encoded.writeBytes(raw);
    return encoded.toByteArray();
  }
}
