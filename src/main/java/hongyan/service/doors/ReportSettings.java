package hongyan.service.doors;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The settings {@code hongyan.public-reports.*} of what a stranger may send; all limits are the
 * platform's own choice. A single file is bound by {@code hongyan.attachments} too.
 *
 * @param maxRecord the largest report without files
 * @param maxFile what each of the files may have on average: together they have no more than that
 *     times {@code maxFiles}
 * @param maxUploads how many uploads are read at once
 */
@ConfigurationProperties("hongyan.public-reports")
public record ReportSettings(
    @DefaultValue("64KB") DataSize maxRecord,
    @DefaultValue("12MB") DataSize maxFile,
    @DefaultValue("6") int maxFiles,
    @DefaultValue("4") int maxUploads) {}
