package hongyan.service.chain;

import hongyan.service.evidence.verify.SignedNote;
import hongyan.service.evidence.verify.VerifierKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;

/**
 * The Ed25519 key that signs tree heads and packages. Made at the first start; the file, PEM with
 * the private and the public half, can be read by its owner alone (0600). Thread-safe.
 */
public final class ChainKey {
  private static final String PRIVATE = "PRIVATE KEY";
  private static final String PUBLIC = "PUBLIC KEY";

  private final PrivateKey secret;
  private final VerifierKey verifier;

  private ChainKey(String name, PrivateKey secret, PublicKey open) {
    this.secret = secret;
    this.verifier = VerifierKey.ofEncoded(name, open.getEncoded());
  }

  /** Reads the key, or makes one where there is none. {@code name} is whose key it is. */
  public static ChainKey open(Path file, String name) {
    try {
      if (!Files.exists(file)) {
        write(file, KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
      }
      String pem = Files.readString(file);
      KeyFactory keys = KeyFactory.getInstance("Ed25519");
      return new ChainKey(
          name,
          keys.generatePrivate(new PKCS8EncodedKeySpec(block(pem, PRIVATE))),
          keys.generatePublic(new X509EncodedKeySpec(block(pem, PUBLIC))));
    } catch (IOException e) {
      throw new UncheckedIOException("the signing key cannot be opened: " + file, e);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IllegalStateException(file + " holds no Ed25519 key with both its halves", e);
    }
  }

  private static byte[] block(String pem, String name) {
    String begin = "-----BEGIN " + name + "-----";
    int from = pem.indexOf(begin);
    int to = pem.indexOf("-----END " + name + "-----");
    if (from < 0 || to < from) {
      throw new IllegalArgumentException("no " + name);
    }
    return Base64.getMimeDecoder().decode(pem.substring(from + begin.length(), to));
  }

  /** Writes it beside its name and moves it there whole: a kill leaves no half key. */
  private static void write(Path file, KeyPair pair) throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    String pem =
        pem(PRIVATE, pair.getPrivate().getEncoded()) + pem(PUBLIC, pair.getPublic().getEncoded());
    try (FileChannel channel =
        FileChannel.open(
            fresh,
            EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
      channel.write(ByteBuffer.wrap(pem.getBytes(StandardCharsets.UTF_8)));
      channel.force(true);
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    try (FileChannel folder =
        FileChannel.open(file.toAbsolutePath().getParent(), Set.of(StandardOpenOption.READ))) {
      folder.force(true);
    }
  }

  private static String pem(String name, byte[] encoded) {
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
        .formatted(name, Base64.getEncoder().encodeToString(encoded), name);
  }

  /** Returns the public half. */
  public VerifierKey verifier() {
    return verifier;
  }

  /** Signs a text, which ends with a line feed. */
  public SignedNote sign(String text) {
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(secret);
      signature.update(text.getBytes(StandardCharsets.UTF_8));
      return new SignedNote(text, verifier.name(), verifier.id(), signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot sign", e);
    }
  }
}
