package hongyan.service.hj212;

import hongyan.pipelines.air.Averaging;
import hongyan.pipelines.air.Pollutant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What must be known of a device before its frames can be read.
 *
 * @param mn its identity on the wire
 * @param station the registered station whose readings it sends
 * @param password as frames carry it in {@code PW}
 * @param factors by factor code what it measures and in which unit
 * @param minutes the period of its minute data (2051)
 * @param checksum the way that its frames are checked
 * @param sm4Key 16 bytes in hex where its bodies are encrypted, else null (experimental)
 */
public record Profile(
    String mn,
    String station,
    String password,
    Map<String, Factor> factors,
    Averaging minutes,
    Checksum checksum,
    @Nullable String sm4Key) {

  /** What a factor code stands for on a device. */
  public record Factor(Pollutant pollutant, FactorUnit unit) {}

  public Profile {
    factors = Map.copyOf(factors);
  }
}
