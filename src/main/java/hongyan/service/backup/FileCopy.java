package hongyan.service.backup;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/**
 * Copies files for their owner's eyes only (folders 0700, files 0600, where there are modes),
 * durable, with the moment of their last change: retention counts from that of attachments.
 */
final class FileCopy {
  private static final int CHUNK = 1024 * 1024;
  private static final Set<StandardOpenOption> NEW =
      Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

  private FileCopy() {}

  /**
   * Copies what the file holds when it is opened, however it grows, and returns its SHA-256.
   *
   * @param moved hears how many bytes were copied
   */
  static String copy(Path source, Path target, LongConsumer moved) throws IOException {
    MessageDigest digest = sha256();
    try (FileChannel in = FileChannel.open(source, StandardOpenOption.READ);
        FileChannel out = FileChannel.open(target, NEW, ownerOnly(target, "rw-------"))) {
      read(
          in,
          chunk -> {
            digest.update(chunk.duplicate());
            moved.accept(chunk.remaining());
            while (chunk.hasRemaining()) {
              out.write(chunk);
            }
          });
      out.force(true);
    }
    Files.setLastModifiedTime(target, Files.getLastModifiedTime(source));
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Returns the SHA-256 of a file as lower-case hex. */
  static String hash(Path file, LongConsumer moved) throws IOException {
    MessageDigest digest = sha256();
    try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ)) {
      read(
          in,
          chunk -> {
            moved.accept(chunk.remaining());
            digest.update(chunk);
          });
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  @FunctionalInterface
  private interface Chunks {
    void take(ByteBuffer chunk) throws IOException;
  }

  private static void read(FileChannel in, Chunks chunks) throws IOException {
    ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
    for (long left = in.size(); left > 0; left -= chunk.limit()) {
      chunk.clear().limit((int) Math.min(CHUNK, left));
      if (in.read(chunk) < 0) {
        return;
      }
      chunks.take(chunk.flip());
    }
  }

  /** Makes an empty file; fails when there is one. */
  static void createFile(Path file) throws IOException {
    Files.createFile(file, ownerOnly(file, "rw-------"));
  }

  /** Makes a folder and those above it, where they are missing. */
  static void createFolder(Path folder) throws IOException {
    Files.createDirectories(folder, ownerOnly(folder, "rwx------"));
  }

  /** Makes the names of everything below {@code root} durable. */
  static void flushFolders(Path root) throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      for (Path folder : all.filter(Files::isDirectory).toList()) {
        flush(folder);
      }
    }
  }

  /** Makes a file, or the names in a folder, durable. */
  static void flush(Path fileOrFolder) throws IOException {
    try (FileChannel channel = FileChannel.open(fileOrFolder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private static FileAttribute<?>[] ownerOnly(Path file, String mode) {
    boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))
        }
        : new FileAttribute<?>[0];
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
