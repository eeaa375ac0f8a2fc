package hongyan.service.attachments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hongyan.service.attachments.AttachmentFault.Kind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

class AttachmentStoreTest {
  private static final AttachmentSettings LIMITS =
      new AttachmentSettings(DataSize.ofMegabytes(1), 3, 50_000_000, 2);

  @TempDir private Path folder;
  private AttachmentStore store;

  @BeforeEach
  void open() {
    store = new AttachmentStore(folder, LIMITS);
  }

  @Test
  void tellsFilesByTheirContent() throws IOException {
    assertThat(type(Photos.jpeg())).isEqualTo(MediaType.JPEG);
    assertThat(type(Photos.png())).isEqualTo(MediaType.PNG);
    assertThat(type(Photos.webpWithPlace())).isEqualTo(MediaType.WEBP);
    assertThat(type(Photos.heicOf(4032, 3024))).isEqualTo(MediaType.HEIC);
    assertThat(type(bytes("RIFF\44\0\0\0WAVEfmt "))).isEqualTo(MediaType.WAV);
    assertThat(type(bytes("ID3\3\0\0\0\0\0\0 sound"))).isEqualTo(MediaType.MP3);
    assertThat(type(bytes("\0\0\0\30ftypisom\0\0\0\0isommp42"))).isEqualTo(MediaType.MP4);
    assertThat(type(bytes("\0\0\0\24ftypqt  \0\0\0\0qt  "))).isEqualTo(MediaType.MOV);
    assertRefused(bytes("\0\0\0\24ftypcrx \0\0\0\0crx "), Kind.UNKNOWN_TYPE, "image/x-canon-cr3");
  }

  @Test
  void refusesOtherContentByName() {
    assertRefused(bytes("<html><script>alert(1)</script></html>"), Kind.UNKNOWN_TYPE, "text/html");
    assertRefused(bytes("%PDF-1.7"), Kind.UNKNOWN_TYPE, "application/pdf");
    assertRefused(new byte[0], Kind.EMPTY, null);
    assertRefused(new byte[1_048_577], Kind.TOO_LARGE, null);
  }

  @Test
  void takesAPhotoOfFortyMegapixelsAndRefusesOneThatClaimsMillions() throws IOException {
    assertThat(type(Photos.pngOf(8000, 5000))).isEqualTo(MediaType.PNG);
    assertRefused(Photos.pngOf(1_000_000, 1_000_000), Kind.TOO_MANY_PIXELS, "1000000x1000000");
    assertRefused(Photos.heicOf(60_000, 60_000), Kind.TOO_MANY_PIXELS, "60000x60000");
  }

  @Test
  void refusesAPhotoWhoseHeaderIsCutOff() {
    byte[] cut = java.util.Arrays.copyOf(Photos.jpeg(), 30);
    assertRefused(cut, Kind.UNREADABLE, "image/jpeg");
  }

  @Test
  void keepsAFileOnceUnderItsHash() throws IOException {
    for (int i = 0; i < 2; i++) {
      Attachment kept = store.keep(receive(Photos.jpeg()));
      assertThat(store.find(kept.sha256())).contains(kept);
      assertThat(kept.file()).hasBinaryContent(Photos.jpeg());
    }
    try (var files = Files.walk(folder)) {
      assertThat(files.filter(Files::isRegularFile)).hasSize(1);
    }
  }

  @Test
  void throwsAwayWhatAKillLeftHalfRead() throws IOException {
    receive(Photos.jpeg());
    new AttachmentStore(folder, LIMITS);
    try (var files = Files.walk(folder)) {
      assertThat(files.filter(Files::isRegularFile)).isEmpty();
    }
  }

  @Test
  void leavesNothingOfAFileWhoseSenderGoesAway() throws IOException {
    InputStream breaking =
        new InputStream() {
          private int left = 100_000;

          @Override
          public int read() throws IOException {
            if (left-- <= 0) {
              throw new IOException("gone");
            }
            return 0xFF;
          }
        };
    assertThatThrownBy(() -> store.receive(breaking)).hasMessage("gone");
    try (var files = Files.walk(folder)) {
      assertThat(files.filter(Files::isRegularFile)).isEmpty();
    }
  }

  @Test
  void findsNothingUnderAPathThatClimbs() {
    assertThat(store.find("../../etc/passwd")).isEmpty();
    assertThat(store.find("a".repeat(64))).isEmpty();
  }

  private MediaType type(byte[] content) throws IOException {
    return receive(content).type();
  }

  private Attachment receive(byte[] content) throws IOException {
    return store.receive(new ByteArrayInputStream(content));
  }

  private void assertRefused(byte[] content, Kind kind, String found) {
    assertThatThrownBy(() -> receive(content))
        .isInstanceOfSatisfying(
            AttachmentFault.class,
            fault -> {
              assertThat(fault.kind()).isEqualTo(kind);
              assertThat(fault.found()).isEqualTo(found);
            });
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
