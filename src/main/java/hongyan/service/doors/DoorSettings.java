package hongyan.service.doors;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The settings {@code hongyan.doors.*}.
 *
 * @param maxBody the largest body that is taken; also how much of large bodies is in work at once
 * @param patience how long a large body waits for others before it is sent away
 * @param maxSending how long the sending of one body may take
 */
@ConfigurationProperties("hongyan.doors")
public record DoorSettings(
    @DefaultValue("32MB") DataSize maxBody,
    @DefaultValue("10s") Duration patience,
    @DefaultValue("5m") Duration maxSending) {

  public DoorSettings {
    if (maxBody.toBytes() < 1 || maxBody.toBytes() > DataSize.ofMegabytes(512).toBytes()) {
      throw new IllegalArgumentException(
          "hongyan.doors.max-body should lie between 1B and 512MB: " + maxBody);
    }
  }
}
