package hongyan.service.attachments;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The settings {@code hongyan.attachments.*}; all limits are the platform's own choice.
 *
 * @param maxFile the largest file that is taken
 * @param maxFiles how many files one finding may bring
 * @param maxPixels the largest photo, width times height; read from the header, nothing is decoded
 * @param maxUploads how many uploads are read at once
 */
@ConfigurationProperties("hongyan.attachments")
public record AttachmentSettings(
    @DefaultValue("64MB") DataSize maxFile,
    @DefaultValue("12") int maxFiles,
    @DefaultValue("200000000") long maxPixels,
    @DefaultValue("8") int maxUploads) {

  /** Returns the largest upload with all its files and its one record. */
  public long maxUpload() {
    return maxFile.toBytes() * maxFiles + 1_048_576;
  }
}
