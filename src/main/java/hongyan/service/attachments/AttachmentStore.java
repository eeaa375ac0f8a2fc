package hongyan.service.attachments;

import hongyan.service.attachments.AttachmentFault.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.tika.Tika;

/**
 * The folder of attachments: each file under its own SHA-256, so that the same file sent twice is
 * one. A file is read to a place of its own first, told by its content, and moved to its name only
 * when a record that refers to it is about to be written. Thread-safe.
 */
public final class AttachmentStore {
  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
  private static final int CHUNK = 64 * 1024;

  private final Path folder;
  private final Path incoming;
  private final AttachmentSettings settings;
  private final Tika tika = new Tika();

  /** Opens the folder, made when missing; what a kill left half read is thrown away. */
  public AttachmentStore(Path folder, AttachmentSettings settings) {
    this.folder = folder;
    this.incoming = folder.resolve("incoming");
    this.settings = settings;
    try {
      Files.createDirectories(incoming);
      try (DirectoryStream<Path> leftOver = Files.newDirectoryStream(incoming)) {
        for (Path file : leftOver) {
          Files.delete(file);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the attachments cannot be opened in " + folder, e);
    }
  }

  /**
   * Reads one file to its end, on disk, and tells what it is. It is not kept before {@link #keep}.
   *
   * @throws AttachmentFault when it may not be taken
   * @throws IOException when the sender or the disk fails
   */
  public Attachment receive(InputStream content) throws IOException {
    Path file = Files.createTempFile(incoming, "sent-", null);
    try {
      String sha256 = copy(content, file);
      MediaType type = type(file);
      checkPixels(file, type);
      return new Attachment(sha256, type, Files.size(file), file);
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(file);
      throw e;
    }
  }

  private String copy(InputStream content, Path file) throws IOException {
    MessageDigest digest = sha256();
    long size = 0;
    byte[] chunk = new byte[CHUNK];
    try (FileChannel out = FileChannel.open(file, StandardOpenOption.WRITE)) {
      for (int read = content.read(chunk); read >= 0; read = content.read(chunk)) {
        size += read;
        if (size > settings.maxFile().toBytes()) {
          throw new AttachmentFault(Kind.TOO_LARGE, null, settings.maxFile().toString());
        }
        digest.update(chunk, 0, read);
        for (ByteBuffer part = ByteBuffer.wrap(chunk, 0, read); part.hasRemaining(); ) {
          out.write(part);
        }
      }
      if (size == 0) {
        throw new AttachmentFault(Kind.EMPTY, null, null);
      }
      out.force(true);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private MediaType type(Path file) throws IOException {
    String detected;
    try (InputStream in = Files.newInputStream(file)) {
      // By the stream alone: a name would be believed where the content says nothing.
      detected = tika.detect(in);
    }
    return MediaType.find(detected)
        .flatMap(
            type -> type == MediaType.MOV ? MediaType.findByBrand(brand(file)) : Optional.of(type))
        .orElseThrow(() -> new AttachmentFault(Kind.UNKNOWN_TYPE, detected, MediaType.all()));
  }

  /** Tika takes every film of the ISO base format for QuickTime whose brand it does not know. */
  private static String brand(Path file) {
    try (HeaderReader in = new HeaderReader(file)) {
      return in.codeAt(4).equals("ftyp") ? in.codeAt(8) : "qt  ";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void checkPixels(Path file, MediaType type) throws IOException {
    if (!type.isPhoto()) {
      return;
    }
    PixelSize size =
        PixelSize.read(file, type)
            .orElseThrow(() -> new AttachmentFault(Kind.UNREADABLE, type.mediaType(), null));
    if (size.pixels() > settings.maxPixels()) {
      throw new AttachmentFault(
          Kind.TOO_MANY_PIXELS,
          size.width() + "x" + size.height(),
          String.valueOf(settings.maxPixels()));
    }
  }

  /** Moves a received file to its name; on return it is durable under it. */
  public Attachment keep(Attachment received) {
    Path kept = place(received.sha256());
    try {
      Files.createDirectories(kept.getParent());
      Files.move(
          received.file(),
          kept,
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
      flush(kept.getParent());
      flush(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("an attachment cannot be kept", e);
    }
    return new Attachment(received.sha256(), received.type(), received.bytes(), kept);
  }

  /** Throws a received file away, unless it was kept. */
  public void discard(Attachment received) {
    try {
      Files.deleteIfExists(received.file());
    } catch (IOException leftForTheNextStart) {
      throw new UncheckedIOException(leftForTheNextStart);
    }
  }

  /** Returns the file of that SHA-256, if it is kept. */
  public Optional<Attachment> find(String sha256) {
    if (!SHA256.matcher(sha256).matches() || !Files.isRegularFile(place(sha256))) {
      return Optional.empty();
    }
    Path file = place(sha256);
    try {
      return Optional.of(new Attachment(sha256, type(file), Files.size(file), file));
    } catch (IOException e) {
      throw new UncheckedIOException("an attachment cannot be read", e);
    }
  }

  /** Takes a file away for ever; who may and what is left of it is the caller's to see to. */
  public void delete(Attachment attachment) {
    try {
      Files.delete(place(attachment.sha256()));
      flush(place(attachment.sha256()).getParent());
    } catch (IOException e) {
      throw new UncheckedIOException("an attachment cannot be deleted", e);
    }
  }

  private Path place(String sha256) {
    return folder.resolve(sha256.substring(0, 2)).resolve(sha256);
  }

  /** A new name is durable once its folder is. */
  private static void flush(Path directory) throws IOException {
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
