package hongyan.service.inspection;

import hongyan.geo.law.Words;
import hongyan.pipelines.air.assessment.Attainment;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A computed figure with what it rests on.
 *
 * @param value as it is compared with a target; null when there is nothing to compute it from
 * @param unrounded the same before rounding, null with {@code value} and for counts
 * @param count how many records it is made of: valid days, counties or alerts
 * @param counted what {@code count} counts
 * @param valid whether that is enough under the standard
 * @param standards the versions that it is computed by, none for counts
 * @param records address of the records behind it, within the public interface
 * @param query how to get the value again
 * @param counties the counties' attainment where the figure counts counties
 */
record Actual(
    @Nullable BigDecimal value,
    @Nullable BigDecimal unrounded,
    int count,
    Words counted,
    boolean valid,
    Words method,
    List<String> standards,
    String records,
    Query query,
    List<Attainment> counties) {

  Actual {
    standards = List.copyOf(standards);
    counties = List.copyOf(counties);
  }
}
