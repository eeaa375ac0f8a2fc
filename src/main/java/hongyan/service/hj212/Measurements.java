package hongyan.service.hj212;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the body of an upload holds: its moment, and by factor code what it says of the factor.
 *
 * @param dataTime yyyyMMddHHmmss as it was sent, perhaps with milliseconds; null when it has none
 * @param factors by factor code, for example {@code a34004}, the values by their names, for example
 *     {@code Avg} and {@code Flag}
 */
record Measurements(@Nullable String dataTime, Map<String, Map<String, String>> factors) {

  /** Reads {@code name=value} pairs, {@code ,} between those of one factor, {@code ;} between. */
  static Measurements parse(String cp) {
    String dataTime = null;
    Map<String, Map<String, String>> factors = new LinkedHashMap<>();
    for (String pair : cp.split("[;,]")) {
      int equals = pair.indexOf('=');
      if (equals <= 0) {
        continue;
      }
      String name = pair.substring(0, equals).strip();
      String value = pair.substring(equals + 1).strip();
      int dash = name.lastIndexOf('-');
      if (name.equals("DataTime")) {
        dataTime = value;
      } else if (dash > 0) {
        factors
            .computeIfAbsent(name.substring(0, dash), code -> new LinkedHashMap<>())
            .putIfAbsent(name.substring(dash + 1), value);
      }
    }
    return new Measurements(dataTime, factors);
  }
}
