package hongyan.pipelines.series;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which statuses of devices are asked for; null asks for all.
 *
 * @param device its id
 * @param county adcode
 * @param from inclusive
 * @param to exclusive
 */
public record DeviceStatusQuery(
    @Nullable String device,
    @Nullable String station,
    @Nullable String county,
    @Nullable String zone,
    @Nullable Instant from,
    @Nullable Instant to) {

  public static final DeviceStatusQuery ALL =
      new DeviceStatusQuery(null, null, null, null, null, null);
}
