package hongyan.service.secrets;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.prf.PrfConfig;
import hongyan.pipelines.records.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Set;
import tools.jackson.core.JacksonException;

/**
 * The keys of the sealed identities: {@value #NAME} in the state folder, made at the first start,
 * for its owner's eyes only (mode 0600). Whoever has this file and a copy of service.db can read
 * every identity, so the two are backed up apart; without it no identity opens ever again.
 */
public final class KeyFile {
  static final String NAME = "identity-keys.json";

  /** The two keysets in Tink's own JSON. */
  private record Keys(String sealing, String marking) {}

  private KeyFile() {}

  /** Opens the keys of a state folder, made when there are none. */
  public static Seals open(Path state) {
    try {
      AeadConfig.register();
      PrfConfig.register();
      Path file = state.resolve(NAME);
      if (!Files.exists(file)) {
        create(file);
      }
      Keys keys = Json.MAPPER.readValue(Files.readString(file), Keys.class);
      return new Seals(parse(keys.sealing()), parse(keys.marking()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException | JacksonException unreadable) {
      throw new IllegalStateException(
          "%s in the state folder holds no keys that can be used".formatted(NAME), unreadable);
    }
  }

  private static void create(Path file) throws IOException, GeneralSecurityException {
    Keys keys =
        new Keys(
            text(KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM)),
            text(KeysetHandle.generateNew(PredefinedPrfParameters.HMAC_SHA256_PRF)));
    Files.createDirectories(file.toAbsolutePath().getParent());
    // With its mode from the first moment on; what is there already is never written over.
    try (var channel =
        Files.newByteChannel(
            file,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
      byte[] json = Json.MAPPER.writeValueAsString(keys).getBytes(StandardCharsets.UTF_8);
      channel.write(ByteBuffer.wrap(json));
    }
  }

  private static String text(KeysetHandle keys) throws GeneralSecurityException {
    return TinkJsonProtoKeysetFormat.serializeKeyset(keys, InsecureSecretKeyAccess.get());
  }

  private static KeysetHandle parse(String json) throws GeneralSecurityException {
    return TinkJsonProtoKeysetFormat.parseKeyset(json, InsecureSecretKeyAccess.get());
  }
}
