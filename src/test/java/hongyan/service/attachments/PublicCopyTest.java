package hongyan.service.attachments;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublicCopyTest {
  @TempDir private Path folder;

  @Test
  void leavesTheMetadataOutAndThePixelsAsTheyAre() throws IOException {
    assertThat(copy(MediaType.PNG, Photos.pngWithPlace())).isEqualTo(Photos.png());
    byte[] jpeg = copy(MediaType.JPEG, Photos.jpegWithPlace());
    assertThat(new String(jpeg, StandardCharsets.ISO_8859_1)).doesNotContain("112.0942", "Zhang");
    var pixels = ImageIO.read(new ByteArrayInputStream(jpeg));
    var before = ImageIO.read(new ByteArrayInputStream(Photos.jpeg()));
    assertThat(pixels.getRGB(0, 0, 40, 30, null, 0, 40))
        .isEqualTo(before.getRGB(0, 0, 40, 30, null, 0, 40));
    byte[] webp = copy(MediaType.WEBP, Photos.webpWithPlace());
    assertThat(new String(webp, StandardCharsets.ISO_8859_1))
        .startsWith("RIFF")
        .contains("VP8L")
        .doesNotContain("EXIF", "XMP", "112.0942");
    assertThat(webp[20]).isZero();
    assertThat(webp[4]).isEqualTo((byte) (webp.length - 8));
  }

  @Test
  void keepsAPhotoUpright() throws IOException {
    byte[] jpeg = copy(MediaType.JPEG, Photos.jpegWithPlace());
    int exif = new String(jpeg, StandardCharsets.ISO_8859_1).indexOf("Exif");
    assertThat(Orientation.of(Arrays.copyOfRange(jpeg, exif, exif + 32))).isEqualTo(6);
    assertThat(copy(MediaType.JPEG, Photos.jpeg())).isEqualTo(Photos.jpeg());
  }

  private byte[] copy(MediaType type, byte[] photo) throws IOException {
    Path file = Files.write(folder.resolve("photo"), photo);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PublicCopy.write(new Attachment("0".repeat(64), type, photo.length, file), out);
    return out.toByteArray();
  }
}
